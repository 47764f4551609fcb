import { beforeEach, expect, test } from 'vitest';
import { isEntry, type Entry } from '../room/wire';
import { viewOf } from './moment';
import { IDLE, Player } from './player';
import { Recording } from './recording';
import { foldAll, iso, serve, START, tell } from './told.test.data';

const chat = (sequence: number, seconds: number): Entry => ({ type: 'chat-posted', text: String(sequence), position: { epoch: 'e', sequence }, at: iso(START + seconds * 1000), actor: 'github.com:1' });
const ends = START + 300_000;

let player: Player;
let now = 0;
const lookAfter = (milliseconds: number) => player.tick((now += milliseconds));
const said = () => player.current().moment!.room.chat.map((line) => line.text);
const seconds = () => (player.current().time - START) / 1000;

beforeEach(async () => {
  const { timeline, page } = serve([chat(1, 1), chat(2, 2), chat(3, 4), chat(4, 200), chat(5, 202)], 100);
  player = new Player(new Recording(timeline, page), START, ends);
  await player.seek(START);
  player.play();
  player.tick(now);
});

test('plays at the clock it is told, once and faster', () => {
  lookAfter(1000);
  expect(said()).toEqual(['1']);
  lookAfter(500);
  expect([seconds(), said()]).toEqual([1.5, ['1']]);
  player.setRate(4);
  lookAfter(500);
  expect([seconds(), said()]).toEqual([3.5, ['1', '2']]);
});

test('passes over a long nothing quickly, says which, and stops being quick where something happens', () => {
  lookAfter(4100);
  expect(player.current().hop).toMatchObject({ from: START + 4000, to: START + 200_000 });
  lookAfter(300);
  expect(seconds()).toBeGreaterThan(60);
  lookAfter(301);
  expect(said()).toHaveLength(4);
  expect(player.current().hop).toBeNull();
});

test('sits a long nothing out when it is told to', () => {
  player.skipIdle(false);
  lookAfter(5000);
  lookAfter(1000);
  expect([seconds(), player.current().hop]).toEqual([6, null]);
});

test('a short nothing is left as it is', () => {
  lookAfter(2000);
  expect(IDLE).toBeGreaterThan(2000);
  lookAfter(1000);
  expect([seconds(), player.current().hop]).toEqual([3, null]);
});

test('stops at the end and begins again from there', async () => {
  await player.seek(ends - 1000);
  lookAfter(1500);
  expect(player.current()).toMatchObject({ time: ends, playing: false });
  player.play();
  expect(seconds()).toBe(0);
});

test('time that passes while it is paused does not count', () => {
  player.pause();
  lookAfter(60_000);
  player.play();
  lookAfter(60_000);
  lookAfter(500);
  expect(seconds()).toBe(0.5);
});

test('whoever asks last is answered, however late the first answer comes', async () => {
  const told = tell(11, 3000);
  const { timeline, page } = serve(told);
  const held: (() => void)[] = [];
  const slow = new Player(new Recording(timeline, (at, limit) => new Promise<void>((go) => held.push(go)).then(() => page(at, limit))), START, Date.parse(timeline.endedAt!));
  const first = slow.seekPosition(timeline.last - 10);
  const second = slow.seekPosition(40);
  expect(slow.current().waiting).toBe(true);
  held.reverse().forEach((go) => go());
  await Promise.all([first, second]);
  expect(slow.current()).toMatchObject({ waiting: false });
  expect(viewOf(slow.current().moment!)).toEqual(foldAll(told.filter((t) => t.position.sequence <= 40)).room);
});

test('goes on from page to page, showing at each look what had happened by then', async () => {
  const told = tell(12, 400).filter(isEntry);
  const { timeline, page } = serve(told, 50);
  const long = new Player(new Recording(timeline, page), START, Date.parse(timeline.endedAt!));
  await long.seek(START);
  long.setRate(32);
  long.play();
  for (let at = 0; long.current().playing; at += 90) {
    long.tick(at);
    while (long.current().waiting) await Promise.resolve();
    const { time, moment } = long.current();
    const happened = told.filter((t) => Date.parse(t.at) <= time);
    expect(viewOf(moment!)).toEqual(foldAll(happened).room);
  }
  expect(long.current().time).toBe(Date.parse(timeline.endedAt!));
});

test('a failure is told, and the next attempt may go well', async () => {
  const { timeline, page } = serve(tell(13, 50));
  let broken = true;
  const shaky = new Player(new Recording(timeline, (at, limit) => (broken ? Promise.reject(new Error('503')) : page(at, limit))), START, ends);
  await shaky.seek(START);
  expect(shaky.current()).toMatchObject({ error: new Error('503'), waiting: false });
  broken = false;
  await shaky.seek(START);
  expect(shaky.current()).toMatchObject({ error: null });
  expect(shaky.current().moment).not.toBeNull();
});
