import { expect, test } from 'vitest';
import { isEntry } from '../room/wire';
import { viewOf } from './moment';
import { Recording, type Spot } from './recording';
import { dice, foldAll, serve, tell } from './told.test.data';

const shown = (recording: Recording, spot: Spot) => viewOf(recording.momentAt(spot));

test.each(Array.from({ length: 12 }, (_, seed) => seed + 1))('seeking in any order equals folding from the start (%i)', async (seed) => {
  const told = tell(seed, 250);
  const { below, next } = dice(seed + 1000);
  const { timeline, page } = serve(told, 20 + below(200));
  const recording = new Recording(timeline, page, next() < 0.3 ? 40_000 : undefined);
  for (let i = 0; i < 25; i++) {
    const sequence = below(timeline.last + 1);
    const spot = await recording.find(sequence);
    expect(shown(recording, spot)).toEqual(foldAll(told.filter((t) => t.position.sequence <= sequence)).room);
  }
});

test.each(Array.from({ length: 8 }, (_, seed) => seed + 1))('a time shows all that had happened by then, and nothing later (%i)', async (seed) => {
  const told = tell(seed, 300);
  const { below } = dice(seed);
  const { timeline, page } = serve(told, 30 + below(120));
  const recording = new Recording(timeline, page);
  const times = told.filter(isEntry).map((e) => Date.parse(e.at));
  for (let i = 0; i < 30; i++) {
    const time = times[below(times.length)]! + below(3) - 1;
    const spot = await recording.findAt(time);
    const until = told.findLastIndex((t) => isEntry(t) && Date.parse(t.at) <= time);
    // A greeting right behind the last entry has that entry's time or the next one's.
    const possible = [until + 1, until + 2].map((n) => foldAll(told.slice(0, n)).room);
    expect(possible).toContainEqual(shown(recording, spot));
  }
});

test('going on frame by frame passes every page, and looks like seeking there', async () => {
  const told = tell(7, 300);
  const { timeline, page } = serve(told, 64);
  const recording = new Recording(timeline, page);
  let spot: Spot | null | undefined = await recording.find(0);
  for (let seen = 0; ; seen++) {
    if (seen % 37 === 0 || seen === told.length) expect(shown(recording, spot)).toEqual(foldAll(told.slice(0, seen)).room);
    const before: Spot = spot;
    spot = recording.following(before);
    if (spot === undefined) {
      await recording.after(before.page);
      spot = recording.following(before);
    }
    if (!spot) {
      expect(seen).toBe(told.length);
      break;
    }
  }
});

test('whoever became a member later is shown nothing from before', async () => {
  const told = tell(4, 400);
  const joined = told[250]!.position.sequence;
  const { timeline, page } = serve(told, 100, joined);
  for (const first of [0, joined - 5, timeline.last]) {
    const recording = new Recording(timeline, page);
    await recording.find(first);
    const spot = await recording.find(3);
    expect(shown(recording, spot)).toEqual(foldAll(told.slice(0, 251)).room);
    expect(await recording.findAt(0)).toEqual(spot);
  }
});

test('a jump far in fetches the page there and not everything before it', async () => {
  const told = tell(3, 4000);
  const { timeline, page, asked } = serve(told);
  const recording = new Recording(timeline, page);
  await recording.find(timeline.last - 500);
  expect(asked).toHaveLength(1);
  await recording.findAt(Date.parse(timeline.landmarks[Math.floor(timeline.landmarks.length / 2)]!.at));
  expect(asked.length).toBeLessThanOrEqual(3);
});

test('what was not looked at for long is forgotten, and fetched again when it is wanted', async () => {
  const told = tell(5, 1200);
  const { timeline, page, asked } = serve(told, 100);
  const recording = new Recording(timeline, page, 60_000);
  for (let at = 0; at < timeline.last; at += 90) await recording.find(at);
  expect(recording.loaded.length).toBeLessThan(6);
  const fetched = asked.length;
  expect(shown(recording, await recording.find(50))).toEqual(foldAll(told.filter((t) => t.position.sequence <= 50)).room);
  expect(asked.length).toBeGreaterThan(fetched);
});

test('a room that went on is read on from its last page', async () => {
  const told = tell(9, 200);
  const first = serve(told.slice(0, 120), 50);
  const grown = serve(told, 50);
  let now = first;
  const recording = new Recording(first.timeline, (at, limit) => now.page(at, limit));
  await recording.find(first.timeline.last);
  now = grown;
  recording.grow(grown.timeline);
  expect(shown(recording, await recording.find(grown.timeline.last))).toEqual(foldAll(told).room);
});
