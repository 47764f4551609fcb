import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { RoomView } from '../room/wire';
import { canonical, sha256 } from './canonical';

/** As the service writes it: the order of its records, nothing that is absent, control characters with capital digits. */
const written =
  '{"interview":"i","title":"后端 😀","language":"zh","status":"ENDED","plannedMinutes":45,"openedAt":"2026-01-05T09:00:00.123Z","startedAt":"2026-01-05T09:00:01Z","endedAt":"2026-01-05T09:40:00Z","deadline":"2026-01-05T09:45:01Z","callLink":"",' +
  '"members":[{"person":"github.com:1","capabilities":["INTERVIEW","OBSERVE"],"consented":false,"admitted":false}],' +
  '"planned":[{"index":0,"content":{"id":"q","version":1,"language":"zh","topic":"T","title":"t","body":"b","difficulty":"easy","minutes":5,"tags":[]},"staff":{"reference":"r","keyPoints":[{"text":"k","weight":2}],"hints":["h"],"sources":[],"rubric":["u"],"followUps":["w"]}}],' +
  '"questions":[{"question":1,"planned":0,"content":{"id":"q","version":1,"language":"zh","topic":"T","title":"t","body":"b","difficulty":"easy","minutes":5,"tags":["x"]},"staff":{"reference":"r","keyPoints":[],"hints":["h"],"sources":[],"rubric":["u"],"followUps":["w"]},"hintsShown":["h"],"hintCount":1,"askedAt":"2026-01-05T09:00:02Z","released":false,"minutes":5,"deadline":"2026-01-05T09:05:02Z","language":"python",' +
  '"documents":[{"id":"q1:python","language":"python","version":3,"text":"print(\\"\\\\u001b\\u001B\\")\\n"}],"answers":[{"attempt":1,"at":"2026-01-05T09:03:00Z","person":"github.com:2","text":"x","language":"python","documentVersion":3}],"followUps":[{"at":"2026-01-05T09:03:00Z","person":"github.com:1","text":"why?"}],' +
  '"runs":[{"at":"2026-01-05T09:03:00Z","person":"github.com:2","language":"python","documentVersion":3,"outcome":"FINISHED","output":"\\u001B[0m","truncated":false,"millis":12}],"covered":[0]}],' +
  '"chat":[{"at":"2026-01-05T09:03:00Z","person":"github.com:1","text":"hi"}],"notes":[{"at":"2026-01-05T09:03:00Z","person":"github.com:1","text":"n","question":null}]}';

const shuffled = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(shuffled)
    : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).reverse().map(([name, its]) => [name, shuffled(its)]))
    : value;

test('a view is written down as the service writes it, however it came about', () => {
  const view = shuffled(JSON.parse(written)) as RoomView;
  view.members[0]!.capabilities.reverse();
  delete view.notes[0]!.question;
  expect(canonical(view)).toBe(written);
});

test('the digest is that of its UTF-8 bytes', async () => {
  expect(await sha256('后端 😀')).toBe(createHash('sha256').update('后端 😀', 'utf8').digest('hex'));
});
