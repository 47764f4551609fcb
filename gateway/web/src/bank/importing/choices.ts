import type { Language } from '../../room/wire';
import type { Edit, ImportRequest, ItemChoice, Preview, PreviewFile, PreviewItem, Role } from './wire';
import { SURE } from './wire';

/** All that a person has told about an upload; the request for its preview and for applying it is made of this alone. */
export type Choices = Omit<ImportRequest, 'generation'>;

export const fresh = (source: string, language: Language): Choices => ({ source, language, files: {}, items: {}, retire: [] });

export const requestOf = (choices: Choices, generation?: number): ImportRequest => (generation === undefined ? choices : { ...choices, generation });

export function chooseItem(choices: Choices, key: string, change: ItemChoice): Choices {
  const { [key]: before, ...others } = choices.items;
  const next = withoutNothing({ ...before, ...change });
  return { ...choices, items: Object.keys(next).length === 0 ? others : { ...others, [key]: next } };
}

/** What is edited adds to earlier edits of the same item. */
export const editItem = (choices: Choices, key: string, edit: Edit): Choices =>
  Object.keys(edit).length === 0 ? choices : chooseItem(choices, key, { edit: { ...choices.items[key]?.edit, ...edit } });

/** Several at once, as one step of the undo stack. */
export const includeAll = (choices: Choices, keys: string[], include: boolean): Choices =>
  keys.reduce((before, key) => chooseItem(before, key, { include: include ? undefined : false }), choices);

export function chooseRole(choices: Choices, file: string, line: number, role: Role | null): Choices {
  const before = choices.files[file] ?? {};
  const { [String(line)]: _, ...others } = before.roles ?? {};
  return { ...choices, files: { ...choices.files, [file]: { ...before, roles: role === null ? others : { ...others, [line]: role } } } };
}

/** Another shape is another reading: what was said about single blocks and items of the file goes with the old one. */
export function chooseShape(choices: Choices, file: PreviewFile, shape: string): Choices {
  if (shape === file.shape) return { ...choices, files: { ...choices.files, [file.name]: { ...choices.files[file.name], shape } } };
  const items = Object.fromEntries(Object.entries(choices.items).filter(([key]) => fileOf(key) !== file.name));
  return { ...choices, items, files: { ...choices.files, [file.name]: { shape } } };
}

export const confirmShapes = (choices: Choices, files: PreviewFile[]): Choices => files.reduce((before, file) => chooseShape(before, file, file.shape), choices);

export const chooseRetired = (choices: Choices, id: string, retire: boolean): Choices => ({
  ...choices,
  retire: retire ? [...choices.retire.filter((it) => it !== id), id] : choices.retire.filter((it) => it !== id),
});

export function chooseProfile(choices: Choices, title: string | null): Choices {
  const { profile: _, ...others } = choices;
  return title === null ? others : { ...others, profile: { title } };
}

/** Files about which a person has to say which blocks are the questions, before anything is taken over. */
export const unconfirmed = (preview: Preview, choices: Choices): PreviewFile[] =>
  preview.sure ? [] : preview.files.filter((file) => file.confidence < SURE && !choices.files[file.name]?.shape);

/** The choice before the answer to it has come. */
export const isIncluded = (item: PreviewItem, choices: Choices) => choices.items[item.key]?.include ?? item.included;

/** Settled for the file it is a change like any other, and the way back to the bank's words has to stay. */
export const isConflict = (item: PreviewItem, choices: Choices) => item.outcome === 'conflict' || choices.items[item.key]?.conflict !== undefined;

/** Only what the list lacks as it is read now can be retired with it. */
export const stillMissing = (choices: Choices, missing: Preview['missing']): Choices => ({ ...choices, retire: choices.retire.filter((id) => missing.some((it) => it.id === id)) });

/** The key of the item that this one would be a part of: parts share their whole's key, with a number behind it. */
export const wholeOf = (key: string) => key.replace(/\.\d+$/, '');

/** The item that this one is a part of, when a person split it, now or at an earlier import: the source knows the whole alone. */
export function splitFrom(item: PreviewItem, files: PreviewFile[]): string | null {
  const whole = wholeOf(item.key);
  const marks = files.find((it) => it.name === item.file)?.marks ?? [];
  return whole !== item.key && marks.some((it) => it.item === whole) && !marks.some((it) => it.item === item.key) ? whole : null;
}

export const isUntouched = (choices: Choices) =>
  Object.keys(choices.items).length === 0 && Object.keys(choices.files).length === 0 && choices.retire.length === 0 && !choices.profile;

const fileOf = (key: string) => key.slice(0, key.lastIndexOf('#'));

/** What says nothing is left out, so that taking a choice back leaves no trace in the request. */
function withoutNothing(choice: ItemChoice): ItemChoice {
  return Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== undefined)) as ItemChoice;
}
