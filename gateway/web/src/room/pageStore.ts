import type { DocumentRecord } from './collab';
import type { Numbered } from './wire';

/** The text of a document that can no longer be accepted, and why if the service said so. */
export type Stranded = { text: string; code: string | null };
export type Refusal = { n: number; command: Numbered; code: string; message: string };

/** All that a page must not lose: kept in IndexedDB, one record for each room and page. */
export type PageRecord = {
  room: string;
  person: string;
  client: string;
  nextN: number;
  outbox: Numbered[];
  documents: Record<string, DocumentRecord>;
  /** Documents that are to be submitted as soon as all of their text is saved. */
  submitting: string[];
  /** Work that was refused for good, kept until its person has seen to it. */
  refused: Refusal[];
  stranded: Record<string, Stranded>;
  savedAt: number;
};

const STORE = 'pages';

export function openPageStore(name = 'mockingbird'): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      const store = request.result.createObjectStore(STORE, { keyPath: ['room', 'client'] });
      store.createIndex('room', 'room');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });
}

export function save(db: IDBDatabase, record: PageRecord): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(STORE, 'readwrite');
    transaction.objectStore(STORE).put(record);
    transaction.oncomplete = () => resolve();
    transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB'));
  });
}

export function recordsOf(db: IDBDatabase, room: string): Promise<PageRecord[]> {
  return new Promise((resolve, reject) => {
    const request = db.transaction(STORE).objectStore(STORE).index('room').getAll(room);
    request.onsuccess = () => resolve(request.result as PageRecord[]);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });
}

/** Something of this page is not on the server yet. */
export const holdsWork = (record: PageRecord) =>
  record.outbox.length > 0 || record.submitting.length > 0 || Object.values(record.documents).some((d) => d.updates.length > 0);

/** Something of this page would be missed if nobody opened it again. */
const isWorthOpening = (record: PageRecord) => holdsWork(record) || record.refused.length > 0 || Object.keys(record.stranded).length > 0;

export const freshRecord = (room: string, person: string, client: string): PageRecord => ({
  room,
  person,
  client,
  nextN: 1,
  outbox: [],
  documents: {},
  submitting: [],
  refused: [],
  stranded: {},
  savedAt: 0,
});

/**
 * A page's name is unique among the pages that are alive, by a Web Lock held as long as the page lives, and survives a
 * reload. A page that was closed with work unsent is continued by the next page its person opens in the room.
 */
export async function claimPage(
  db: IDBDatabase | null,
  room: string,
  person: string,
  locks: Pick<LockManager, 'request'> | undefined = navigator.locks,
): Promise<PageRecord> {
  const key = `mockingbird.page.${room}.${person}`;
  const known = db ? (await recordsOf(db, room)).filter((record) => record.person === person).map((record) => ({ ...freshRecord(room, person, record.client), ...record })) : [];
  const mine = sessionStorage.getItem(key);
  const wanted = [
    ...known.filter((record) => record.client === mine),
    ...known.filter((record) => record.client !== mine && isWorthOpening(record)).sort((a, b) => a.savedAt - b.savedAt),
    freshRecord(room, person, crypto.randomUUID()),
  ];
  for (const record of wanted) {
    if (await hold(locks, `mockingbird:page:${room}:${record.client}`)) {
      sessionStorage.setItem(key, record.client);
      return record;
    }
  }
  throw new Error('No page identity is free');
}

function hold(locks: Pick<LockManager, 'request'> | undefined, name: string): Promise<boolean> {
  // Without Web Locks (an insecure origin) only a fresh name is certain to be unique.
  if (!locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    void locks.request(name, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock ? new Promise<void>((release) => addEventListener('mockingbird:leave-room', () => release(), { once: true })) : undefined;
    });
  });
}
