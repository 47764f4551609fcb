import { Button, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconFeather } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { usePeople } from '../api/queries';
import '../room/editor/editor.css';
import { languageName } from '../room/editor/languages';
import type { RoomView } from '../room/wire';
import { Empty } from '../shell/Page';
import { offerActions } from '../shell/offers';
import { Problem } from '../shell/Problem';
import { clock, useWhen } from '../shell/when';
import { replayPage, timelineQuery, type Timeline } from './api';
import { Axis } from './axis';
import { Deck } from './Deck';
import { replayActions, replayKeys, useReplayKeys, type ReplayAction } from './keys';
import { marksOf, type Kind, type Mark } from './landmarks';
import { Moments } from './Moments';
import { viewOf } from './moment';
import { Player, RATES } from './player';
import { AnotherEpochError, Recording } from './recording';
import './replay.css';
import { Stage, type Quoted } from './Stage';
import type { Band } from './Strip';
import { usePlayback, useSecond } from './usePlayback';
import { Verify } from './Verify';
import { firstStood } from './words';

/** Stretches without anything that become a break: when idle time is skipped, and when it is not. */
const BREAK = 20_000;
const LONG_BREAK = 600_000;
const STEP = 5000;

export default function Replay() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const found = useQuery(timelineQuery(id));
  const timeline = found.data;
  useEffect(() => {
    document.title = `${t('replay.title')} · Mockingbird`;
  }, [t]);
  if (!timeline) {
    return (
      <Frame id={id} title={t('replay.title')}>
        {found.error ? <main id="main" className="page narrow"><Problem error={found.error} retry={() => void found.refetch()} /></main> : <Opening />}
      </Frame>
    );
  }
  if (timeline.landmarks.length === 0 && timeline.activity.length === 0) {
    return <Frame id={id} title={t('replay.title')}><main id="main" className="lobby"><Empty icon={<IconFeather size={44} stroke={1.2} />} title={t('replay.empty')}>{t('replay.emptyText')}</Empty></main></Frame>;
  }
  // A new epoch is another recording: nothing of the old one is kept.
  return <Recorded key={`${id} ${timeline.epoch}`} id={id} timeline={timeline} reread={() => void found.refetch()} />;
}

function Recorded({ id, timeline, reread }: { id: string; timeline: Timeline; reread: () => void }) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const marks = useMemo(() => marksOf(timeline.landmarks), [timeline]);
  const activity = useMemo(() => timeline.activity.map(({ at, edits }) => ({ at: Date.parse(at), edits })), [timeline]);
  const { from, to } = useMemo(() => spanOf(timeline, marks, activity), [timeline, marks, activity]);
  const [{ recording, player }] = useState(() => {
    const recording = new Recording(timeline, replayPage(id));
    return { recording, player: new Player(recording, from, to) };
  });
  useEffect(() => {
    player.stretch(from, to);
    // What follows the moment that is looked at may be there only now.
    if (recording.grow(timeline)) void player.seek(player.current().time);
  }, [recording, player, timeline, from, to]);
  useTicking(player);

  const [chosen, choose] = useState<ReadonlySet<Kind>>(new Set());
  const [pinned, pin] = useState<number | null>(null);
  const [quoted, setQuoted] = useState<Quoted | null>(null);
  const [looking, setLooking] = useState(false);
  const [whole, setWhole] = useState<RoomView | null>(null);
  const room = usePlayback(player, ({ moment }) => moment?.room ?? null);
  const you = usePlayback(player, ({ moment }) => moment?.you ?? null);
  const error = usePlayback(player, (p) => p.error);
  const skipsIdle = usePlayback(player, (p) => p.skipsIdle);
  const at = usePlayback(player, ({ moment, time }) => (moment ? (marks.findLast((mark) => mark.time <= time)?.position ?? -1) : -1));

  // The words of the landmarks are those of the last page; it is read anyway to know how it ended.
  useEffect(() => {
    let gone = false;
    recording.find(timeline.last).then((spot) => {
      if (gone) return;
      setWhole(viewOf(recording.momentAt(spot)));
      return recording.readOn(() => !gone);
    }).catch(() => {
      // What is looked at is fetched again, and says so if it cannot be.
    });
    return () => { gone = true; };
  }, [recording, timeline.last]);

  // Where the link leads: a position, a question, or the words of an answer that a score rests on.
  const wanted = params.toString();
  useEffect(() => {
    const question = Number(params.get('question')) || null;
    const asked = marks.find((mark) => mark.type === 'question-asked' && mark.question === question);
    const [first, last] = (params.get('words') ?? '').split('-').map(Number);
    const attempt = Number(params.get('attempt')) || null;
    const submitted = marks.findLast((mark) => mark.type === 'answer-submitted' && mark.question === question && (attempt === null || mark.attempt === undefined || mark.attempt === attempt));
    let gone = false;
    setQuoted(null);
    setLooking(false);
    pin(null);
    if (params.get('at') !== null) void player.seekPosition(Number(params.get('at')) || 0);
    else if (asked && submitted && first !== undefined && last !== undefined && last > first) {
      void player.seekPosition(submitted.position);
      setLooking(true);
      void firstStood(recording, asked.position, submitted.position, { from: first, to: last }).then((found) => {
        if (!found || gone) return;
        const { page, index } = found.spot;
        const standsAt = page.frames[index - 1]?.at ?? submitted.time;
        setQuoted({ document: found.document, quote: found.quote, written: found.written, standsAt, submittedAt: submitted.time });
        // Unless somebody has gone elsewhere meanwhile.
        if (player.current().time === submitted.time) void player.seek(standsAt);
      }).catch(() => {
        // The submission is shown; the words in it are looked for again with the next visit.
      }).finally(() => { if (!gone) setLooking(false); });
    } else if (asked) void player.seekPosition(asked.position);
    else void player.seek(from);
    return () => { gone = true; };
  }, [player, recording, wanted]);

  const axis = useMemo(() => {
    const busy = [...marks.map((mark) => mark.time), ...activity.flatMap(({ at }) => [at, at + 10_000])];
    return new Axis(from, to, busy, skipsIdle ? BREAK : LONG_BREAK);
  }, [from, to, marks, activity, skipsIdle]);
  const bands = useMemo(() => bandsOf(marks, whole, to), [marks, whole, to]);
  const focus = useMemo(() => focusOf(marks, to), [marks, to]);

  const ids = useMemo(() => [...new Set([...(whole?.members.map((m) => m.person) ?? []), ...marks.map((mark) => mark.person)])], [marks, whole]);
  const person = usePeople(ids);
  const say = useCallback((mark: Mark) => t(`replay.mark.${mark.type}`, { n: mark.question, name: mark.person === 'system' ? '' : person(mark.person).name, attempt: mark.attempt, hint: (mark.index ?? 0) + 1, minutes: mark.minutes, language: mark.language && languageName(t, mark.language) }), [t, person]);

  const scrub = (time: number) => {
    pin(null);
    void player.seek(time);
  };
  const go = (mark: Mark) => {
    pin(null);
    void player.seekPosition(mark.position);
  };
  const filtered = marks.filter((mark) => chosen.size === 0 || chosen.has(mark.kind));
  const doings: Record<ReplayAction, () => void> = {
    play: () => (player.current().playing ? player.pause() : (pin(null), player.play())),
    back: () => scrub(player.current().time - STEP),
    forward: () => scrub(player.current().time + STEP),
    previous: () => {
      // As in every player: shortly behind one it is the one before.
      const before = filtered.findLast((mark) => mark.time < player.current().time - 1000);
      if (before) go(before);
      else scrub(from);
    },
    next: () => {
      const after = filtered.find((mark) => mark.time > player.current().time);
      if (after) go(after);
      else scrub(to);
    },
    begin: () => scrub(from),
    end: () => scrub(to),
    slower: () => player.setRate(RATES[Math.max(0, RATES.indexOf(player.current().rate) - 1)]!),
    faster: () => player.setRate(RATES[Math.min(RATES.length - 1, RATES.indexOf(player.current().rate) + 1)]!),
    skipIdle: () => player.skipIdle(!player.current().skipsIdle),
  };
  useReplayKeys(doings);
  useEffect(() => {
    offerActions(replayActions.map((id) => ({ id, label: t(`replay.${id}`), keys: replayKeys[id].shown, run: doings[id] })));
  });
  useEffect(() => () => offerActions([]), []);

  const title = room?.title ?? t('replay.title');
  useEffect(() => {
    document.title = `${title} · ${t('replay.title')} · Mockingbird`;
  }, [title, t]);
  const staff = you?.capabilities.some((capability) => capability !== 'ANSWER') ?? false;
  const last = marks.find((mark) => mark.position === at);
  return (
    <Frame id={id} title={title} ended={Boolean(timeline.endedAt)} standing={room && <><RoomClock player={player} room={room} begin={from} /><Verify id={id} player={player} /></>}>
      {!room && error ? <main id="main" className="page narrow"><Problem error={error} retry={() => void player.seek(player.current().time)} /></main>
        : !room ? <Opening />
        : <Stage player={player} room={room} staff={staff} people={ids} person={person} quoted={quoted} looking={looking} pinned={pinned} pin={pin}
            moments={<Moments marks={marks} begin={from} at={at} whole={whole} chosen={chosen} choose={choose} say={say} person={person} go={go} rest={() => document.querySelector<HTMLElement>('.strip')?.focus({ preventScroll: true })} />} />}
      {room && error !== null && (
        <div className="banner bad" role="alert">
          <span className="grow">{error instanceof AnotherEpochError ? t('replay.anotherEpoch') : t('replay.missing')}</span>
          <Button size="compact-sm" variant="default" onClick={() => (error instanceof AnotherEpochError ? reread() : void player.seek(player.current().time))}>{t('retry')}</Button>
        </div>
      )}
      {room && <Deck player={player} axis={axis} marks={marks} bands={bands} focus={focus} activity={activity} over={timeline.endedAt ? Date.parse(timeline.endedAt) : to} chosen={chosen} say={say} doings={doings} scrub={scrub} />}
      <p className="unseen" role="status">{last && say(last)}</p>
    </Frame>
  );
}

function Frame({ id, title, ended = false, standing, children }: { id: string; title: string; ended?: boolean; standing?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="room replayroom">
      <header className="roombar">
        <Link to={`/interviews/${id}`} className="dim" aria-label={t('room.leave')}><IconArrowLeft size={20} style={{ display: 'block' }} /></Link>
        <h1 className="title clip">{title}</h1>
        {title !== t('replay.title') && <span className="tag quiet wideonly">{t('replay.title')}</span>}
        <span className="grow" />
        {standing}
        {ended && <Button component={Link} to={`/reports/${id}`} size="xs" variant="default" className="wideonly">{t('interview.report')}</Button>}
      </header>
      {children}
    </div>
  );
}

/** The room's clocks as they stood. */
function RoomClock({ player, room, begin }: { player: Player; room: RoomView; begin: number }) {
  const { t } = useTranslation();
  const when = useWhen();
  const second = useSecond(player);
  const started = room.startedAt ? Date.parse(room.startedAt) : begin;
  const used = ((room.endedAt ? Math.min(second, Date.parse(room.endedAt)) : second) - started) / 1000;
  const focused = room.focusUntil ? (Date.parse(room.focusUntil) - second) / 1000 : 0;
  return (
    <>
      {focused > 0 && <span className="tag focustag nums">{t('replay.focus', { time: clock(focused) })}</span>}
      <span className="small dim nums wideonly">{when.at(new Date(second).toISOString())}</span>
      {room.status === 'WAITING' ? <span className="small dim">{t('status.WAITING')}</span>
        : <span className="mono small nums" role="timer" aria-label={t('replay.roomTime')} style={used > room.plannedMinutes * 60 ? { color: 'var(--part)' } : undefined}>{clock(used)} <span className="dim wideonly">/ {clock(room.plannedMinutes * 60)}</span></span>}
    </>
  );
}

function Opening() {
  const { t } = useTranslation();
  return (
    <>
      <main id="main" className="desk replay" data-shown="answer">
        <p className="unseen" role="status">{t('loading')}</p>
        <div className="pane" data-pane="question"><Skeleton height={14} width="40%" mb={14} /><Skeleton height={26} width="80%" mb={20} /><Skeleton height={120} /></div>
        <div className="pane" data-pane="answer">{[82, 64, 74, 40].map((width) => <Skeleton key={width} height={15} width={`${width}%`} mb={14} />)}</div>
        <div className="pane" data-pane="side">{[0, 1, 2, 3, 4].map((i) => <Skeleton key={i} height={30} mb={12} radius="md" />)}</div>
      </main>
      <div className="deck"><Skeleton height={92} radius="md" /></div>
    </>
  );
}

/** A look for every frame that the screen draws, as long as it plays. */
function useTicking(player: Player) {
  const playing = usePlayback(player, (p) => p.playing);
  useEffect(() => {
    if (!playing) return;
    let next = requestAnimationFrame(function look(now) {
      player.tick(now);
      next = requestAnimationFrame(look);
    });
    return () => cancelAnimationFrame(next);
  }, [player, playing]);
}

/** From the first thing that anybody did to the last; booking it days before is no part of it. */
function spanOf(timeline: Timeline, marks: Mark[], activity: { at: number }[]) {
  const times = [timeline.startedAt, timeline.endedAt].flatMap((at) => (at ? [Date.parse(at)] : []));
  const all = [...times, ...marks.map((mark) => mark.time), ...activity.map(({ at }) => at)];
  const last = timeline.endedAt ? [] : activity.map(({ at }) => at + 10_000);
  return { from: all.reduce((a, b) => Math.min(a, b)), to: [...all, ...last].reduce((a, b) => Math.max(a, b)) };
}

function bandsOf(marks: Mark[], whole: RoomView | null, end: number): Band[] {
  const asked = marks.filter((mark) => mark.type === 'question-asked' && typeof mark.question === 'number');
  const ended = marks.find((mark) => mark.type === 'room-ended')?.time ?? end;
  return asked.map((mark, i) => ({
    question: mark.question!,
    title: whole?.questions.find((q) => q.question === mark.question)?.content.title ?? '',
    from: mark.time,
    to: asked[i + 1]?.time ?? ended,
  }));
}

/** Each ends when it was ended, when the next began, or when its time was over. */
function focusOf(marks: Mark[], end: number) {
  const turns = marks.filter((mark) => mark.type.startsWith('focus-'));
  return turns.flatMap((mark, i) => (mark.type === 'focus-started' ? [{ from: mark.time, to: Math.min(turns[i + 1]?.time ?? end, mark.minutes ? mark.time + mark.minutes * 60_000 : end) }] : []));
}
