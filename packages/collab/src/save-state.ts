import type * as decoding from 'lib0/decoding'
import type * as encoding from 'lib0/encoding'
import type { WebsocketProvider } from 'y-websocket'
import type { Doc } from 'yjs'
import {
  decodeSavedMessage,
  encodeSavedMessage,
  type SavedMessage,
  savedMessageType,
} from './saved-message.js'

/**
 * Honest save state for a stock WebsocketProvider, in the browser.
 *
 * Each local edit raises `edits`. While connected and synced, a mark with that number follows the edits; its answer
 * raises `saved`. "Saved" is shown only when the two are equal, and a new connection begins with a new mark, since what was
 * under way when the old one broke may or may not have arrived; being synced means that the client has sent again what
 * the server was missing.
 */
export type SaveState = 'saved' | 'saving' | 'offline'

export interface SaveProgress {
  edits: number
  saved: number
  synced: boolean
  /** Whether this connection has confirmed anything yet. */
  confirmed: boolean
}

export type SaveEvent =
  | { kind: 'edited' }
  | { kind: 'synced' }
  | { kind: 'disconnected' }
  | { kind: 'saved'; mark: number }

export const initialProgress: SaveProgress = { edits: 0, saved: 0, synced: false, confirmed: false }

export function advanceSaveProgress(progress: SaveProgress, event: SaveEvent): SaveProgress {
  switch (event.kind) {
    case 'edited':
      return { ...progress, edits: progress.edits + 1 }
    case 'synced':
      return { ...progress, synced: true, confirmed: false }
    case 'disconnected':
      return { ...progress, synced: false, confirmed: false }
    case 'saved':
      return { ...progress, saved: Math.max(progress.saved, event.mark), confirmed: true }
  }
}

export function saveStateOf({ edits, saved, synced, confirmed }: SaveProgress): SaveState {
  if (!synced) return 'offline'
  return confirmed && saved >= edits ? 'saved' : 'saving'
}

export interface SaveObserver {
  state(): SaveState
  /** Called with each new state; returns the function that ends it. */
  onState(listener: (state: SaveState) => void): () => void
  /** Refusals, warnings and counts from the server. */
  onNotice(listener: (notice: SavedMessage) => void): () => void
  /** How many operations of each Yjs client were on the server's disk at the last answer; see `unsentText`. */
  confirmed(): ReadonlyMap<number, number>
  detach(): void
}

/** Edits within this time share one mark. */
const markMs = 100

/**
 * Watches a provider that was just made. Remembers the document's epoch in the provider's URL parameters, so that a
 * reconnect to a document that was replaced meanwhile ends with 4409 and not with the old text merged into the new.
 */
export function observeSaves(provider: WebsocketProvider): SaveObserver {
  let progress = initialProgress
  let timer: ReturnType<typeof setTimeout> | null = null
  let confirmed: ReadonlyMap<number, number> = new Map()
  const asked = new Map<number, ReadonlyMap<number, number>>()
  const states = new Set<(state: SaveState) => void>()
  const notices = new Set<(notice: SavedMessage) => void>()

  const step = (event: SaveEvent) => {
    const before = saveStateOf(progress)
    progress = advanceSaveProgress(progress, event)
    const after = saveStateOf(progress)
    if (after !== before) for (const listener of states) listener(after)
  }
  const sendMark = () => {
    timer = null
    if (!progress.synced) return
    asked.set(progress.edits, operationsIn(provider.doc))
    provider.ws?.send(new Uint8Array(encodeSavedMessage({ kind: 'mark', mark: progress.edits })))
  }
  const takeSaved = (message: SavedMessage & { kind: 'saved' }) => {
    provider.params = { ...provider.params, epoch: String(message.epoch) }
    confirmed = asked.get(message.mark) ?? confirmed
    asked.delete(message.mark)
    step(message)
  }
  const edited = (_update: Uint8Array, origin: unknown) => {
    if (origin === provider) return
    step({ kind: 'edited' })
    timer ??= setTimeout(sendMark, markMs)
  }
  const synced = (isSynced: boolean) => {
    step({ kind: isSynced ? 'synced' : 'disconnected' })
    asked.clear()
    if (isSynced) sendMark()
  }
  provider.messageHandlers[savedMessageType] = (_encoder: encoding.Encoder, decoder: decoding.Decoder) => {
    const message = decodeSavedMessage(decoder)
    if (message?.kind === 'saved') takeSaved(message)
    else if (message) for (const listener of notices) listener(message)
  }
  provider.doc.on('update', edited)
  provider.on('sync', synced)
  if (provider.synced) synced(true)

  return {
    state: () => saveStateOf(progress),
    onState: listener => subscribe(states, listener),
    onNotice: listener => subscribe(notices, listener),
    confirmed: () => confirmed,
    detach: () => {
      if (timer !== null) clearTimeout(timer)
      provider.doc.off('update', edited)
      provider.off('sync', synced)
      delete provider.messageHandlers[savedMessageType]
    },
  }
}

function subscribe<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The state vector as a map, read from the struct store so that nothing of Yjs is needed at run time. */
function operationsIn(doc: Doc): ReadonlyMap<number, number> {
  return new Map(
    [...doc.store.clients].map(([client, structs]) => {
      const last = structs.at(-1)
      return [client, last ? last.id.clock + last.length : 0]
    }),
  )
}
