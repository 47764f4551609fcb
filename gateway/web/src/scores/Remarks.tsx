import { useTranslation } from 'react-i18next';
import { useReasons } from './useReasons';
import './scores.css';

/** What decided or limited a score besides the key points: what was noticed, and what that did. */
export function Remarks({ notes }: { notes: string[] }) {
  const { t } = useTranslation();
  const { reason } = useReasons();
  if (notes.length === 0) return null;
  return (
    <div className="remarks small">
      <h3 className="dim small">{t('score.remarks')}</h3>
      <ul>{notes.map((code) => <li key={code}>{reason(code)}</li>)}</ul>
    </div>
  );
}
