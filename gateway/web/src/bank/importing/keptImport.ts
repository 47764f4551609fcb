import type { NamedFile } from './intake';
import type { Choices } from './choices';
import type { History } from './undo';

/** An import that is neither applied nor thrown away: a reload brings it back. One for each person. */
export type KeptImport = { person: string; upload: string; files: NamedFile[]; choices: History<Choices> };

const STORE = 'imports';

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('mockingbird-imports', 1);
    request.onupgradeneeded = () => void request.result.createObjectStore(STORE, { keyPath: 'person' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });
}

async function within<T>(mode: IDBTransactionMode, doing: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = db.transaction(STORE, mode);
      const request = doing(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB'));
    });
  } finally {
    db.close();
  }
}

export const keep = (kept: KeptImport) => within('readwrite', (store) => store.put(kept));
export const keptFor = (person: string) => within<KeptImport | undefined>('readonly', (store) => store.get(person));
export const throwAway = (person: string) => within('readwrite', (store) => store.delete(person));
