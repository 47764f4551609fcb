import type { Language } from '../../room/wire';

/** What is handed in: a clean relative path, and its bytes. */
export type NamedFile = { name: string; bytes: Blob };

export const PASTED = 'pasted.md';
/** The service takes 10 MB with everything around the files: what each is called, and all that will be said about them. */
export const LARGEST = 9.5 * 1024 * 1024;
const AROUND_A_FILE = 256;

/** The name that the service accepts for a list. */
const NOT_IN_A_NAME = /[^\p{L}\p{N} ._()-]+/gu;
const SOURCE = /^[\p{L}\p{N} ._()-]{1,80}$/u;
export const isSource = (name: string) => SOURCE.test(name.trim());

/** After the one file, or the folder that all of them are in. */
export function suggestedSource(files: NamedFile[]): string {
  const [first] = files;
  if (!first || first.name === PASTED) return '';
  const folder = first.name.split('/')[0]!;
  const shared = first.name.includes('/') && files.every((file) => file.name.startsWith(`${folder}/`));
  const name = files.length === 1 ? first.name.split('/').at(-1)! : shared ? folder : first.name;
  return name.replace(/\.(md|markdown|txt|csv|tsv|jsonl|zip)$/i, '').replace(NOT_IN_A_NAME, ' ').trim().slice(0, 80);
}

/** The language that most of its words are written in; null where there are none to tell by. */
export function languageOf(text: string): Language | null {
  const chinese = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[a-z]{2,}/gi)?.length ?? 0;
  return chinese + words === 0 ? null : chinese * 2 >= words ? 'zh' : 'en';
}

const BEGINNING = 64 * 1024;
export async function suggestedLanguage(files: NamedFile[]): Promise<Language | null> {
  const readable = files.find((file) => !/\.(zip|png|jpe?g|gif|pdf)$/i.test(file.name));
  return readable ? languageOf(await readable.bytes.slice(0, BEGINNING).text()) : null;
}

export const chosen = (list: FileList): NamedFile[] => [...list].map((file) => ({ name: file.webkitRelativePath || file.name, bytes: file }));
export const pasted = (text: string): NamedFile => ({ name: PASTED, bytes: new Blob([text], { type: 'text/markdown' }) });

/** Files and whole folders that were let go over the page. */
export async function dropped(transfer: DataTransfer): Promise<NamedFile[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return chosen(transfer.files);
  return (await Promise.all(entries.map(filesUnder))).flat();
}

async function filesUnder(entry: FileSystemEntry): Promise<NamedFile[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ name: entry.fullPath.replace(/^\//, ''), bytes: file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const inside: FileSystemEntry[] = [];
  // It hands out a hundred at a time, and nothing when there are no more.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) break;
    inside.push(...some.filter((it) => !it.name.startsWith('.')));
  }
  return (await Promise.all(inside.map(filesUnder))).flat();
}

/** A file of the same name takes the place of the earlier one. */
export const joined = (before: NamedFile[], more: NamedFile[]): NamedFile[] => [...before.filter((it) => !more.some((other) => other.name === it.name)), ...more];

export const bytesOf = (files: NamedFile[]) => files.reduce((sum, file) => sum + file.bytes.size, 0);
export const isTooMuch = (files: NamedFile[]) => bytesOf(files) + files.length * AROUND_A_FILE > LARGEST;
