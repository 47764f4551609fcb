import { memo } from 'react';
import type { TFunction } from 'i18next';
import type { SourceLine } from './view';

/** A line of a million characters would be one paint of a million characters. */
const LONGEST = 600;

type Props = { it: SourceLine; index: number; start: number; count: number; chosen: boolean; ofItem: boolean; measure: (element: HTMLElement | null) => void; go: (line: number) => void; t: TFunction };

/** One line of the source: its number, in words what it became where that begins, and its text. */
export const Line = memo(function Line({ it, index, start, count, chosen, ofItem, measure, go, t }: Props) {
  const { mark, first, text, number, warnings } = it;
  const role = mark && t(`role.${mark.role}`);
  return (
    <div ref={measure} data-index={index} id={`line-${number}`} role="option" aria-selected={chosen} aria-setsize={count} aria-posinset={number}
      className={['sourceline', mark?.role ?? 'IGNORED', first ? 'first' : '', chosen ? 'chosen' : '', ofItem ? 'ofitem' : ''].join(' ')}
      style={{ position: 'absolute', insetInline: 0, top: 0, transform: `translateY(${start}px)` }} onClick={() => go(number)}>
      <span className="no nums">{number}</span>
      <span className="what">{first ? role : role && <span className="unseen">{role}</span>}</span>
      <span className="text">
        {text.length > LONGEST ? <>{text.slice(0, LONGEST)}… <em className="dim">{t('review.cut', { count: text.length - LONGEST })}</em></> : text || ' '}
        {first && mark?.role === 'IGNORED' && <em className="why">{mark.because}</em>}
        {warnings.map((warning, i) => <span key={i} className="warned">⚠ {warning.message}</span>)}
      </span>
    </div>
  );
});
