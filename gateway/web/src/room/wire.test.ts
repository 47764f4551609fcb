import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { strings } from '../i18n/en';
import { isEntry, isFinal, type Answer, type ClientMessage, type Planned, type QuestionContent, type RoomView, type ServerMessage, type StaffMaterial } from './wire';

type Schema = { const?: string; enum?: string[] };
type AsyncApi = {
  channels: { room: { messages: Record<string, unknown> } };
  operations: Record<'say' | 'hear', { messages: { $ref: string }[] }>;
  components: { messages: Record<string, { payload: { properties: Record<string, Schema> } }> };
};
const api = parse(readFileSync(new URL('../../../../infra/docs/asyncapi.yaml', import.meta.url), 'utf8')) as AsyncApi;
const fields = (type: string) => Object.keys(api.components.messages[type]!.payload.properties).sort();
const types = (operation: 'say' | 'hear') => api.operations[operation].messages.map(({ $ref }) => $ref.split('/').at(-1)!).sort();

/** One of each, with every field it may have: the compiler holds these against the types, the test against the contract. */
type OneOfEach<Message extends { type: string }> = { [Type in Message['type']]: Required<Extract<Message, { type: Type }>> };

const position = { epoch: 'e', sequence: 1 };
const journaled = { position, at: '2026-01-05T09:00:00Z', actor: 'demo:1' };
const content: QuestionContent = { id: 'q', version: 1, language: 'zh', topic: 't', title: 'AOF?', body: '', difficulty: 'easy', minutes: 5, tags: [] };
const staff: StaffMaterial = { reference: '', keyPoints: [], hints: [], sources: [] };
const planned: Planned = { index: 0, content, staff };
const answer: Answer = { attempt: 1, at: '', person: 'demo:2', text: '', language: 'text', documentVersion: 1 };
const room: RoomView = {
  interview: 'i', title: 'T', language: 'zh', status: 'LIVE', plannedMinutes: 45, members: [], chat: [], notes: [], planned: [planned],
  questions: [{ question: 1, content, hintsShown: [], hintCount: 0, askedAt: '', 
    minutes: 5, language: 'text', documents: [{ id: 'q1:text', language: 'text', version: 0, text: '' }], answers: [answer], followUps: [], runs: [] }],
};

const said: OneOfEach<ClientMessage> = {
  hello: { type: 'hello', client: 'page', position, documents: {} },
  point: { type: 'point', document: 'q1:text', anchor: 0, head: 0 },
  ping: { type: 'ping' },
  edit: { type: 'edit', n: 1, document: 'q1:text', version: 0, updates: [] },
  'give-consent': { type: 'give-consent', n: 1 },
  admit: { type: 'admit', n: 1, person: 'demo:2' },
  ask: { type: 'ask', n: 1, planned: 0 },
  'show-hint': { type: 'show-hint', n: 1, question: 1 },
  submit: { type: 'submit', n: 1, question: 1, document: 'q1:text', version: 1 },
  'post-chat': { type: 'post-chat', n: 1, text: '' },
  'write-note': { type: 'write-note', n: 1, text: '', question: 1 },
  'set-call-link': { type: 'set-call-link', n: 1, url: '' },
  'choose-language': { type: 'choose-language', n: 1, question: 1, language: 'python' },
  'ask-follow-up': { type: 'ask-follow-up', n: 1, question: 1, text: '' },
  'tick-key-point': { type: 'tick-key-point', n: 1, question: 1, keyPoint: 0, covered: true },
  'allot-time': { type: 'allot-time', n: 1, question: 1, minutes: 10 },
  'start-focus': { type: 'start-focus', n: 1, minutes: 5 },
  'end-focus': { type: 'end-focus', n: 1 },
  'report-run': { type: 'report-run', n: 1, question: 1, document: 'q1:python', version: 1, outcome: 'FINISHED', output: '', truncated: false, millis: 1 },
  'release-feedback': { type: 'release-feedback', n: 1 },
  'end-room': { type: 'end-room', n: 1 },
};

const heard: OneOfEach<ServerMessage> = {
  welcome: { type: 'welcome', position, now: '', you: { person: 'demo:2', capabilities: ['ANSWER'] }, room, tails: {} },
  resumed: { type: 'resumed', position, now: '' },
  acknowledged: { type: 'acknowledged', n: 1, position },
  refused: { type: 'refused', n: 1, code: 'ROOM_ENDED', message: '' },
  progress: { type: 'progress', upTo: position },
  presence: { type: 'presence', people: [] },
  pointed: { type: 'pointed', person: 'demo:2', document: 'q1:text', anchor: 0, head: 0 },
  scored: { type: 'scored', question: 1, attempt: 1, status: 'SCORED', reason: 'BLANK', score: 1, low: 0, high: 2 },
  pong: { type: 'pong', now: '' },
  'capability-granted': { ...journaled, type: 'capability-granted', person: 'demo:2', capability: 'OBSERVE' },
  'capability-withdrawn': { ...journaled, type: 'capability-withdrawn', person: 'demo:2', capability: 'OBSERVE' },
  'question-planned': { ...journaled, type: 'question-planned', planned },
  'consent-given': { ...journaled, type: 'consent-given', person: 'demo:2' },
  'candidate-admitted': { ...journaled, type: 'candidate-admitted', person: 'demo:2' },
  'call-link-set': { ...journaled, type: 'call-link-set', url: '' },
  'question-asked': { ...journaled, type: 'question-asked', question: 1, planned: 0, content, staff, hintCount: 1, document: 'q1:text' },
  'hint-shown': { ...journaled, type: 'hint-shown', question: 1, index: 0, text: '' },
  'answer-submitted': { ...journaled, type: 'answer-submitted', question: 1, attempt: 1, person: 'demo:2', text: '', document: 'q1:text', documentVersion: 1 },
  'document-edited': { ...journaled, type: 'document-edited', document: 'q1:text', version: 0, updates: [] },
  'chat-posted': { ...journaled, type: 'chat-posted', text: '' },
  'note-written': { ...journaled, type: 'note-written', text: '', question: 1 },
  'language-chosen': { ...journaled, type: 'language-chosen', question: 1, language: 'python' },
  'follow-up-asked': { ...journaled, type: 'follow-up-asked', question: 1, text: '' },
  'key-point-ticked': { ...journaled, type: 'key-point-ticked', question: 1, keyPoint: 0, covered: true },
  'time-allotted': { ...journaled, type: 'time-allotted', question: 1, minutes: 10 },
  'focus-started': { ...journaled, type: 'focus-started', minutes: 5, until: '' },
  'focus-ended': { ...journaled, type: 'focus-ended' },
  'code-run': { ...journaled, type: 'code-run', question: 1, language: 'python', documentVersion: 1, outcome: 'FAILED', output: '', truncated: false, millis: 1 },
  'feedback-released': { ...journaled, type: 'feedback-released', questions: [] },
  'room-ended': { ...journaled, type: 'room-ended', reason: 'BY_INTERVIEWER' },
};

test('the page says what the contract lets it say, and hears everything the contract lets it hear', () => {
  expect(Object.keys(said).sort()).toEqual(types('say'));
  expect(Object.keys(heard).sort()).toEqual(types('hear'));
});

test.each([...Object.entries(said), ...Object.entries(heard)])('%s has the fields of the contract', (type, message) => {
  expect(message.type).toBe(type);
  expect(api.components.messages[type]!.payload.properties.type!.const).toBe(type);
  expect(Object.keys(message).sort()).toEqual(fields(type));
});

test('an entry of the journal is told from a signal by its position and its actor', () => {
  for (const message of Object.values(heard)) {
    const properties = fields(message.type);
    expect(isEntry(message), message.type).toBe(properties.includes('position') && properties.includes('actor'));
  }
});

test('every reason for a refusal is said in words', () => {
  const codes = api.components.messages.refused!.payload.properties.code!.enum!;
  expect(codes.length).toBeGreaterThan(10);
  expect(codes.filter((code) => !(`refused.${code}` in strings))).toEqual([]);
  expect(Object.keys(strings).filter((key) => key.startsWith('refused.') && !codes.includes(key.slice(8)))).toEqual([]);
});

test.each([
  [1006, false], [1009, true], [1012, false], [4000, false], [4001, false], [4099, false],
  [4400, true], [4401, true], [4403, true], [4404, true], [4408, true], [4429, true], [4499, true], [4500, false],
])('close code %i ends the connection for good: %s', (code, final) => expect(isFinal(code)).toBe(final));
