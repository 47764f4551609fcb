import { useTranslation } from 'react-i18next';
import './scores.css';

/** From here on the number says little by itself. */
const WIDE = 50;

type Props = { score: number; low?: number | null; high?: number | null };

/** A score with the range in which it most likely lies, and a sentence that says what that means. */
export function Figure({ score, low: from, high: to }: Props) {
  const { t } = useTranslation();
  const low = from ?? score;
  const high = to ?? score;
  return (
    <div className="figure">
      <div className="score">{score}{low < high && <small className="nums"> {t('score.interval', { low, high })}</small>}</div>
      <div className="range" aria-hidden="true"><i style={{ left: `${low}%`, right: `${100 - high}%` }} /><b style={{ left: `${score}%` }} /></div>
      <p className="tiny dim">{low < high ? t('score.means', { low, high }) : t('score.exact')}{high - low >= WIDE && `${t('gap')}${t('score.wide')}`}</p>
    </div>
  );
}
