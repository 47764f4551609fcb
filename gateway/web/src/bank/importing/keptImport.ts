import type { Choices } from './choices';
import type { NamedFile } from './intake';
import type { History } from './undo';

/** An import that is neither applied nor thrown away: a reload brings it back. One for each person. */
export type KeptImport = { person: string; upload: string; files: NamedFile[]; choices: History<Choices> };

/** Apart, because files are many bytes and stay as they are while choices are few and change. */
const FILES = 'files';
const CHOICES = 'choices';

let opened: Promise<IDBDatabase> | null = null;

/** Stays open, so that a write begins with the choice that it is about, and a reload right after it does not overtake it. */
function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('mockingbird-imports', 1);
    request.onupgradeneeded = () => [FILES, CHOICES].forEach((store) => request.result.createObjectStore(store, { keyPath: 'person' }));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });
  opened.catch(() => { opened = null; });
  return opened;
}

async function within<T>(mode: IDBTransactionMode, doing: (files: IDBObjectStore, choices: IDBObjectStore) => () => T): Promise<T> {
  const db = await open();
  return new Promise<T>((resolve, reject) => {
    const transaction = db.transaction([FILES, CHOICES], mode);
    const result = doing(transaction.objectStore(FILES), transaction.objectStore(CHOICES));
    transaction.oncomplete = () => resolve(result());
    transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB'));
  });
}

export const keepUpload = ({ person, upload, files, choices }: KeptImport) =>
  within('readwrite', (uploads, chosen) => {
    uploads.put({ person, upload, files });
    chosen.put({ person, upload, choices });
    return () => {};
  });

export const keepChoices = ({ person, upload, choices }: KeptImport) =>
  within('readwrite', (_, chosen) => {
    chosen.put({ person, upload, choices });
    return () => {};
  });

export const keptFor = (person: string) =>
  within<KeptImport | undefined>('readonly', (uploads, chosen) => {
    const [files, choices] = [uploads.get(person), chosen.get(person)];
    return () => (files.result && files.result.upload === choices.result?.upload ? { ...files.result, ...choices.result } : undefined);
  });

export const throwAway = (person: string) =>
  within('readwrite', (uploads, chosen) => {
    uploads.delete(person);
    chosen.delete(person);
    return () => {};
  });
