import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Logo, Wing } from '../shell/Logo';

/** The two halves of sign-in and invitation: what this is, and the way in. */
export function Door({ headline, pitch, children }: { headline: string; pitch: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="door">
      <header className="door-art">
        <Wing />
        <span className="brand"><Logo onDark />Mockingbird</span>
        <div>
          <h1>{headline}</h1>
          <p>{pitch}</p>
        </div>
        <Specimen />
        <span className="tiny" style={{ opacity: 0.75 }}>{t('signIn.selfHosted')}</span>
      </header>
      <main className="door-main" id="main"><div>{children}</div></main>
    </div>
  );
}

/** What a score looks like here: the words it rests on. */
function Specimen() {
  const { t } = useTranslation();
  return (
    <div className="specimen small" aria-hidden="true">
      <strong>{t('specimen.question')}</strong>
      <div className="said">
        <u>{t('specimen.covered')}</u>{t('specimen.between')}<u className="part">{t('specimen.partly')}</u>{t('specimen.end')}
      </div>
      <div className="foot"><span className="score">82 <small>(70–91)</small></span><span className="tiny">{t('specimen.why')}</span></div>
    </div>
  );
}
