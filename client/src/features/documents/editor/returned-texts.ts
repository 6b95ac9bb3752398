/**
 * What somebody had typed into a text that was replaced before the server got it. It is offered back as plain text, and
 * kept on this device until the person says that it is not needed any more, whatever happens to the page meanwhile.
 * Where the browser gives no storage it stays in this window, and says so.
 */
import type { SessionKey } from './editor-session.js'

export type ReturnedText = {
  id: string
  text: string
  /** When it was given back. */
  at: Date
  /** On this device, and not only in this window. */
  kept: boolean
}

export type ReturnedTexts = {
  /** Oldest first; the same array until something changes. */
  all(): readonly ReturnedText[]
  subscribe(listener: () => void): () => void
  /** `epoch` is the generation of the text that was replaced: the same words of the same one are given back once. */
  give(text: string, epoch: string): Promise<void>
  dismiss(id: string): Promise<void>
}

type Row = { id: string; place: string; epoch: string; text: string; at: Date }

const databaseName = 'randnotiz.returned'
const storeName = 'texts'
const placeIndex = 'place'

const open = new Map<string, ReturnedTexts>()

/** The texts that were given back to a person for a document; one list for all who ask in this window. */
export function returnedTexts({ documentId, userId }: SessionKey): ReturnedTexts {
  const place = `${userId}.${documentId}`
  const known = open.get(place)
  if (known) return known
  const opened = openReturnedTexts(place)
  open.set(place, opened)
  return opened
}

function openReturnedTexts(place: string): ReturnedTexts {
  const listeners = new Set<() => void>()
  let texts: readonly ReturnedText[] = []
  const database = openDatabase().catch(() => null)
  const change = (next: readonly ReturnedText[]) => {
    texts = [...next].sort((a, b) => a.at.getTime() - b.at.getTime())
    for (const listener of listeners) listener()
  }
  const onlyHere = () => texts.filter(({ kept }) => !kept)
  const read = async () => {
    const opened = await database
    const rows = opened ? await rowsOf(opened, place) : []
    change([...rows.map(({ id, text, at }) => ({ id, text, at, kept: true })), ...onlyHere()])
  }
  void read().catch(() => undefined)

  return {
    all: () => texts,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async give(text, epoch) {
      const row: Row = { id: crypto.randomUUID(), place, epoch, text, at: new Date() }
      try {
        const opened = await database
        if (opened === null) throw new Error('no storage')
        await keep(opened, row)
        await read()
      } catch {
        change([...texts, { id: row.id, text, at: row.at, kept: false }])
      }
    },
    async dismiss(id) {
      change(texts.filter(text => text.id !== id))
      const opened = await database
      if (opened) await remove(opened, id).catch(() => undefined)
    },
  }
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore(storeName, { keyPath: 'id' }).createIndex(placeIndex, placeIndex)
  }
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

function rowsOf(database: IDBDatabase, place: string): Promise<Row[]> {
  const request = database.transaction(storeName).objectStore(storeName).index(placeIndex).getAll(place)
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result.filter(isRow))
    request.onerror = () => reject(request.error)
  })
}

/** Fulfilled when it is on the disk. After a crash between keeping and forgetting the copy it comes a second time. */
function keep(database: IDBDatabase, row: Row): Promise<void> {
  return inOneWrite(database, texts => {
    const same = texts.index(placeIndex).getAll(row.place)
    same.onsuccess = () => {
      const isThere = same.result
        .filter(isRow)
        .some(({ epoch, text }) => epoch === row.epoch && text === row.text)
      if (!isThere) texts.add(row)
    }
  })
}

const remove = (database: IDBDatabase, id: string) => inOneWrite(database, texts => void texts.delete(id))

function inOneWrite(database: IDBDatabase, write: (texts: IDBObjectStore) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(storeName, 'readwrite', { durability: 'strict' })
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
    write(transaction.objectStore(storeName))
  })
}

function isRow(row: unknown): row is Row {
  if (typeof row !== 'object' || row === null) return false
  return (
    'id' in row &&
    typeof row.id === 'string' &&
    'epoch' in row &&
    typeof row.epoch === 'string' &&
    'text' in row &&
    typeof row.text === 'string' &&
    'at' in row &&
    row.at instanceof Date
  )
}
