import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../api/types';
import type { RoomView } from '../room/wire';
import { KINDS, since, wordsOf, type Kind, type Mark } from './landmarks';

type Props = {
  marks: Mark[];
  begin: number;
  /** Of the youngest that has happened. */
  at: number;
  whole: RoomView | null;
  chosen: ReadonlySet<Kind>;
  choose: (kinds: ReadonlySet<Kind>) => void;
  say: (mark: Mark) => string;
  person: (id: string) => Person;
  go: (mark: Mark) => void;
  /** After a click the keys belong to the strip again: a space plays from there. */
  rest: () => void;
};

/** Everything but the typing, in order; one click is there. */
export function Moments({ marks, begin, at, whole, chosen, choose, say, person, go, rest }: Props) {
  const { t } = useTranslation();
  const list = useRef<HTMLOListElement>(null);
  const there = KINDS.filter((kind) => marks.some((mark) => mark.kind === kind));
  const shown = marks.filter((mark) => chosen.size === 0 || chosen.has(mark.kind));
  const now = shown.findLast((mark) => mark.position <= at);
  useEffect(() => {
    const [box, row] = [list.current, list.current?.querySelector<HTMLElement>('[aria-current="true"]')];
    if (!box || !row) return;
    // Within the list alone: the page itself stays where it is.
    const above = row.offsetTop - box.scrollTop;
    if (above < 0 || above + row.offsetHeight > box.clientHeight) box.scrollTop = row.offsetTop - box.clientHeight / 2;
  }, [now]);
  const toggle = (kind: Kind) => {
    const next = new Set(chosen);
    if (!next.delete(kind)) next.add(kind);
    choose(next.size === there.length ? new Set() : next);
  };
  return (
    <>
      {there.length > 1 && (
        <div className="kinds" role="group" aria-label={t('replay.kinds')}>
          {there.map((kind) => <button key={kind} type="button" className="plain kind" data-kind={kind} aria-pressed={chosen.has(kind)} onClick={() => toggle(kind)}><i aria-hidden className="mark" data-kind={kind} />{t(`replay.kind.${kind}`)}</button>)}
        </div>
      )}
      <ol className="moments" ref={list} aria-label={t('replay.moments')} data-scrolls>
        {shown.map((mark) => {
          const Icon = mark.icon;
          const words = wordsOf(mark, whole);
          return (
            <li key={mark.position}>
              <button type="button" className="plain moment" aria-current={mark === now} data-past={mark.position <= at} onClick={(e) => { go(mark); if (e.detail > 0) rest(); }}>
                <span className="face" data-kind={mark.kind} data-outcome={mark.outcome}><Icon size={14} stroke={2} aria-hidden /></span>
                <span className="grow">
                  <span className="what">{say(mark)}</span>
                  {words && <span className="words" lang={mark.type === 'question-asked' ? undefined : ''}>{words.slice(0, 160)}</span>}
                </span>
                <span className="mono nums tiny dim">{since(begin, mark.time)}</span>
                <span className="unseen">{person(mark.person).name}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </>
  );
}
