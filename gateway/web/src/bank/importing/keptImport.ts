import type { Choices } from './choices';
import type { NamedFile } from './intake';
import type { History } from './undo';

/** An import that is neither applied nor thrown away: a reload brings it back. Each tab has its own. */
export type KeptImport = { person: string; upload: string; files: NamedFile[]; choices: History<Choices> };

/** Apart, because files are many bytes and stay as they are while choices are few and change. */
const FILES = 'files';
const CHOICES = 'choices';

let opened: Promise<IDBDatabase> | null = null;

/** Stays open, so that a write begins with the choice that it is about, and a reload right after it does not overtake it. */
function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('mockingbird-imports', 2);
    request.onupgradeneeded = () => {
      for (const store of [FILES, CHOICES]) {
        if (request.result.objectStoreNames.contains(store)) request.result.deleteObjectStore(store);
        request.result.createObjectStore(store, { keyPath: 'upload' });
      }
    };
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

export const keepUpload = (kept: KeptImport) =>
  within('readwrite', (uploads, chosen) => {
    uploads.put({ upload: kept.upload, files: kept.files });
    chosen.put(chosenNow(kept));
    return () => {};
  });

export const keepChoices = (kept: KeptImport) =>
  within('readwrite', (_, chosen) => {
    chosen.put(chosenNow(kept));
    return () => {};
  });

type Chosen = Omit<KeptImport, 'files'> & { at: number };
const chosenNow = ({ person, upload, choices }: KeptImport): Chosen => ({ person, upload, choices, at: Date.now() });

/** The one that the person was at last. */
export const keptFor = (person: string) =>
  within<KeptImport | undefined>('readonly', (uploads, chosen) => {
    let found: KeptImport | undefined;
    const all = chosen.getAll() as IDBRequest<Chosen[]>;
    all.onsuccess = () => {
      const [last] = all.result.filter((it) => it.person === person).sort((one, other) => other.at - one.at);
      if (!last) return;
      const { upload, choices } = last;
      const files = uploads.get(upload) as IDBRequest<{ files: NamedFile[] } | undefined>;
      files.onsuccess = () => { if (files.result) found = { person, upload, choices, files: files.result.files }; };
    };
    return () => found;
  });

export const throwAway = (upload: string) =>
  within('readwrite', (uploads, chosen) => {
    uploads.delete(upload);
    chosen.delete(upload);
    return () => {};
  });
