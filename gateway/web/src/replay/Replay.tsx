import { Button } from '@mantine/core';
import { IconFeather } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { usePeople } from '../api/queries';
import '../room/editor/editor.css';
import { languageName } from '../room/editor/languages';
import type { RoomView } from '../room/wire';
import { Empty } from '../shell/Page';
import { offerActions } from '../shell/offers';
import { Problem } from '../shell/Problem';
import { replayPage, timelineQuery, type Timeline } from './api';
import { Axis } from './axis';
import { Deck } from './Deck';
import { Frame, Opening } from './Frame';
import { replayActions, replayKeys, useReplayKeys, type ReplayAction } from './keys';
import { marksOf, type Kind, type Mark } from './landmarks';
import { Moments } from './Moments';
import { viewOf } from './moment';
import { Player, RATES } from './player';
import { AnotherEpochError, Recording } from './recording';
import { RoomClock } from './RoomClock';
import './replay.css';
import { Stage } from './Stage';
import { bandsOf, focusOf, spanOf } from './stretches';
import { useLink } from './useLink';
import { usePlayback, useTicking } from './usePlayback';
import { Verify } from './Verify';

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

  const { quoted, looking } = useLink(recording, player, marks, from, pin);

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
