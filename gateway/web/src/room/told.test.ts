import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fold, type Folded } from './roomState';
import { isEntry, type RoomView, type ServerMessage } from './wire';

type Told = { person: string; frames: ServerMessage[]; room: RoomView };

/** Written by the service's `ToldInterviewTest`: one interview as the interviewer and two candidates are told it. */
const told = JSON.parse(readFileSync(new URL('../../../../interview-service/src/test/resources/told-interview.json', import.meta.url), 'utf8')) as Told[];

test.each(told.map((it) => [it.person, it] as const))('what the service tells %s folds into what the service says that person sees', (_, { frames, room }) => {
  let folded: Folded | null = null;
  for (const frame of frames) {
    if (frame.type === 'welcome') folded = { room: frame.room, position: frame.position };
    else if (isEntry(frame)) folded = fold(folded!, frame);
  }
  expect(folded!.room).toEqual(room);
});
