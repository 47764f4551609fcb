import { useTranslation } from 'react-i18next';
import type { StaffMaterial } from '../room/wire';
import { Prose } from './Prose';

/** What only staff read before the release: reference, key points, what else to look for, what to ask next, hints, sources. */
export function StaffNotes({ staff, lang, hints = false }: { staff: StaffMaterial; lang?: string; hints?: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="notes" lang={lang === 'zh' ? 'zh-CN' : lang}>
      {staff.keyPoints.length > 0 && (
        <>
          <h2>{t('staff.keyPoints')}</h2>
          <ul style={{ paddingLeft: 18, lineHeight: 1.65 }}>
            {staff.keyPoints.map((point) => <li key={point.text}>{point.text} {point.weight > 1 && <span className="tiny dim nums">×{point.weight}</span>}</li>)}
          </ul>
        </>
      )}
      <Listed heading={t('staff.rubric')} lines={staff.rubric} />
      <h2>{t('staff.reference')}</h2>
      {staff.reference ? <Prose text={staff.reference} lang={lang} /> : <p className="dim">{t('staff.noReference')}</p>}
      {hints && staff.hints.length > 0 && (<><h2>{t('staff.hints')}</h2><ol style={{ paddingLeft: 20, lineHeight: 1.65 }}>{staff.hints.map((h) => <li key={h}>{h}</li>)}</ol></>)}
      {hints && <Listed heading={t('staff.followUps')} lines={staff.followUps} />}
      {staff.sources.length > 0 && (
        <p className="tiny dim">{t('staff.sources')} {staff.sources.map((s, i) => <span key={s}>{i > 0 && ' · '}{URL.canParse(s) && /^https?:/.test(s) ? <a href={s} target="_blank" rel="noreferrer noopener">{new URL(s).host}</a> : s}</span>)}</p>
      )}
    </div>
  );
}

function Listed({ heading, lines = [] }: { heading: string; lines?: string[] }) {
  if (lines.length === 0) return null;
  return <><h2>{heading}</h2><ul style={{ paddingLeft: 18, lineHeight: 1.65 }}>{lines.map((line, i) => <li key={i}>{line}</li>)}</ul></>;
}
