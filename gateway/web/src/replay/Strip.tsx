import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Axis } from './axis';
import { since, type Kind, type Mark } from './landmarks';
import type { Player } from './player';
import type { Band, Stretch } from './stretches';
import { usePlayback, useSecond } from './usePlayback';

/** The interview as it is drawn. */
export type StripProps = {
  player: Player;
  axis: Axis;
  marks: Mark[];
  bands: Band[];
  focus: Stretch[];
  activity: { at: number; edits: number }[];
  /** When the interview itself was over. */
  over: number;
  chosen: ReadonlySet<Kind>;
  say: (mark: Mark) => string;
  scrub: (time: number) => void;
};

/** Pixels within which a pointer means the landmark. */
const NEAR = 7;
const HEIGHT = 40;

/** The whole interview on one line: who was asked what when, how much was typed, what else happened, and where we are. */
export function Strip({ player, axis, marks, bands, focus, activity, over, chosen, say, scrub }: StripProps) {
  const { t } = useTranslation();
  const strip = useRef<HTMLDivElement>(null);
  const dragging = useRef(false);
  const second = useSecond(player);
  const waiting = usePlayback(player, (p) => p.waiting);
  const hop = usePlayback(player, (p) => p.hop);
  const [pointer, setPointer] = useState<number | null>(null);
  // The playhead moves with every look; nothing else is drawn for it.
  useEffect(() => {
    const place = () => strip.current?.style.setProperty('--at', String(axis.xOf(player.current().time)));
    place();
    return player.subscribe(place);
  }, [player, axis]);
  const curve = useMemo(() => curveOf(axis, activity), [axis, activity]);
  const pointed = (e: PointerEvent) => {
    const box = strip.current!.getBoundingClientRect();
    return Math.max(0, Math.min(1, (e.clientX - box.left) / box.width));
  };
  const markNear = (x: number) => markAt(marks, axis, x, strip.current?.clientWidth ?? 1);
  const hovered = pointer === null ? null : { x: pointer, time: axis.timeOf(pointer), mark: markNear(pointer) };
  const question = bands.findLast((band) => band.from <= second);
  const idle = axis.breaks;
  return (
    <div
      ref={strip}
      className="strip"
      data-waiting={waiting}
      role="slider"
      tabIndex={0}
      aria-label={t('replay.position')}
      aria-valuemin={0}
      aria-valuemax={Math.round((axis.to - axis.from) / 1000)}
      aria-valuenow={Math.max(0, Math.round((second - axis.from) / 1000))}
      aria-valuetext={t(question ? 'replay.atQuestion' : 'replay.at', { time: since(axis.from, second), of: since(axis.from, over), n: question?.question })}
      onKeyDown={(e: KeyboardEvent) => {
        // Up and down are a slider's too; the other keys are everybody's.
        if (e.key === 'ArrowUp' || e.key === 'ArrowDown') {
          e.preventDefault();
          scrub(player.current().time + (e.key === 'ArrowUp' ? 5000 : -5000));
        }
      }}
      onPointerDown={(e) => {
        if (e.button !== 0) return;
        dragging.current = true;
        e.currentTarget.setPointerCapture(e.pointerId);
        const x = pointed(e);
        scrub(markNear(x)?.time ?? axis.timeOf(x));
      }}
      onPointerMove={(e) => {
        const x = pointed(e);
        setPointer(x);
        if (dragging.current) scrub(axis.timeOf(x));
      }}
      onPointerUp={() => { dragging.current = false; }}
      onPointerCancel={() => { dragging.current = false; }}
      onLostPointerCapture={() => { dragging.current = false; }}
      onPointerLeave={() => setPointer(null)}
    >
      <div className="bands" aria-hidden>
        {bands.map((band) => (
          <div key={band.question} className="band" data-now={band === question} style={{ left: `${axis.xOf(band.from) * 100}%`, width: `${(axis.xOf(band.to) - axis.xOf(band.from)) * 100}%` }}>
            <b className="nums">{band.question}</b><span>{band.title}</span>
          </div>
        ))}
      </div>
      <div className="curves" aria-hidden>
        {focus.map(({ from, to }) => <div key={from} className="focused" style={{ left: `${axis.xOf(from) * 100}%`, width: `${(axis.xOf(Math.min(to, axis.to)) - axis.xOf(from)) * 100}%` }} />)}
        <svg className="curve" viewBox={`0 0 1000 ${HEIGHT}`} preserveAspectRatio="none"><path d={curve} /></svg>
        <svg className="curve played" viewBox={`0 0 1000 ${HEIGHT}`} preserveAspectRatio="none"><path d={curve} /></svg>
        {idle.map((piece) => <div key={piece.from} className="break" data-hop={hop !== null && hop.from < piece.to && hop.to > piece.from} style={{ left: `${piece.x * 100}%`, width: `${piece.width * 100}%` }} />)}
      </div>
      <div className="marks" aria-hidden>
        {marks.map((mark) => (
          <i key={mark.position} className="mark" data-kind={mark.kind} data-outcome={mark.outcome} data-small={mark.kind === 'talk' || mark.kind === 'note'} data-out={chosen.size > 0 && !chosen.has(mark.kind)} style={{ left: `${axis.xOf(mark.time) * 100}%` }} />
        ))}
      </div>
      <div className="playhead" aria-hidden />
      {hovered && (
        <div className="tip" aria-hidden style={{ left: `clamp(76px, ${hovered.x * 100}%, calc(100% - 76px))` }}>
          <span className="mono nums">{since(axis.from, hovered.mark?.time ?? hovered.time)}</span>
          {hovered.mark ? <span> {say(hovered.mark)}</span> : idle.some((p) => p.from < hovered.time && hovered.time < p.to) && <span> {t('replay.idle')}</span>}
        </div>
      )}
    </div>
  );
}

const markAt = (marks: Mark[], axis: Axis, x: number, width: number) => {
  const near = nearest(marks, (mark) => Math.abs(axis.xOf(mark.time) - x) * width);
  return near && Math.abs(axis.xOf(near.time) - x) * width <= NEAR ? near : null;
};

function nearest<T>(all: T[], distance: (one: T) => number): T | null {
  let best: T | null = null;
  for (const one of all) if (best === null || distance(one) < distance(best)) best = one;
  return best;
}

/** One shape however long the interview was; heights grow with the root, so that single keystrokes are seen beside a storm. */
function curveOf(axis: Axis, activity: { at: number; edits: number }[]): string {
  const most = Math.sqrt(Math.max(1, ...activity.map((a) => a.edits)));
  const x = (time: number) => (axis.xOf(time) * 1000).toFixed(2);
  let path = '';
  let above: { x: string; top: string } | null = null;
  activity.forEach(({ at, edits }, i) => {
    const here = { x: x(at + 5000), top: (HEIGHT - 4 - (Math.sqrt(edits) / most) * (HEIGHT - 8)).toFixed(1) };
    if (!above) path += `M${x(at)} ${HEIGHT}C${x(at + 2500)} ${HEIGHT} ${x(at + 2500)} ${here.top} ${here.x} ${here.top}`;
    else path += `C${x(at)} ${above.top} ${x(at)} ${here.top} ${here.x} ${here.top}`;
    above = here;
    if (activity[i + 1]?.at !== at + 10_000) {
      path += `C${x(at + 7500)} ${here.top} ${x(at + 7500)} ${HEIGHT} ${x(at + 10_000)} ${HEIGHT}Z`;
      above = null;
    }
  });
  return path;
}
