import { Alert, Button } from '@mantine/core';
import { IconBrandGithub, IconInfoCircle } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { signInAddress, useMe } from '../api/queries';
import { ApiProblem } from '../api/http';
import { LanguageSwitch } from '../shell/LanguageSwitch';
import { Wing } from '../shell/Logo';

export default function SignIn() {
  const { t, i18n } = useTranslation();
  const [params] = useSearchParams();
  const me = useMe();
  const wanted = params.get('returnTo') ?? '/';
  // Only a path of our own: "//elsewhere" would leave the site.
  const returnTo = /^\/(?![/\\])/.test(wanted) ? wanted : '/';
  useEffect(() => { document.title = `${t('signIn.title')} · Mockingbird`; }, [t]);
  if (me.data) return <Navigate to={returnTo} replace />;
  const demo = me.error instanceof ApiProblem && me.error.fields.demo === true;
  const error = params.get('error');
  return (
    <div className="door">
      <header className="door-art">
        <Wing />
        <strong>Mockingbird</strong>
        <div>
          <h1>{t('signIn.headline')}</h1>
          <p>{t('signIn.pitch')}</p>
        </div>
        <span className="tiny" style={{ opacity: 0.7 }}>{t('signIn.selfHosted')}</span>
      </header>
      <main className="door-main" id="main">
        <div>
          <h2 style={{ fontSize: '1.7rem', margin: '0 0 8px' }}>{t('signIn.title')}</h2>
          <p className="dim" style={{ margin: '0 0 28px' }}>{t('signIn.why')}</p>
          {error && <Alert color="red" mb="lg" title={t('signIn.failed')} role="alert">{i18n.exists(`signIn.error.${error}`) ? t(`signIn.error.${error}`) : t('signIn.failedWhy', { error })}</Alert>}
          <Button component="a" href={signInAddress(returnTo)} size="lg" fullWidth leftSection={<IconBrandGithub size={21} />} autoFocus>
            {t('signIn.button')}
          </Button>
          {demo && <Alert mt="lg" icon={<IconInfoCircle size={18} />} title={t('signIn.demo')}>{t('signIn.demoText')}</Alert>}
          <div style={{ marginTop: 40 }}><LanguageSwitch /></div>
        </div>
      </main>
    </div>
  );
}
