/**
 * Makes the text that the server has rendered live. This module brings Yjs along, so a page loads it after it can be
 * read already.
 *
 *   connecting ── synced ──▶ live ── connection lost ──▶ offline ── synced ──▶ live
 *   live, offline ── pause ──▶ paused ── resume ──▶ connecting
 *   any ── the server says no for good ──▶ ended
 *
 * Until the first sync the page shows what the server rendered; from then on it follows the document. The reader's
 * connection sends nothing: no edits, no cursor.
 */
import { toBase64 } from '@randnotiz/document-schema/base64'
import { documentFragment } from '@randnotiz/document-schema/fragment'
import { attachLightDocument, type LightDocument } from '@randnotiz/document-schema/light-document'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

export type LiveTextState = 'connecting' | 'live' | 'offline' | 'paused' | 'ended'

/** The text on the page, as it is in the document. */
export type LiveText = Pick<
  LightDocument,
  'flatIndex' | 'domRangeOf' | 'domRangesOf' | 'offsetsOf' | 'blockElement' | 'onPatched'
> & {
  /** The element that holds the text. */
  readonly root: HTMLElement
  /** Yjs state vector of what the page shows, in base64. */
  stateVector(): string
  /** Number of the release that the page shows; absent for the live text. */
  readonly releaseNumber?: number
}

export type LiveTextConnection = {
  pause(): void
  resume(): void
  close(): void
}

type Options = {
  documentId: string
  root: HTMLElement
  /** Address of the collaboration endpoint, e.g. `wss://example.org/collab`. */
  address: string
  onState: (state: LiveTextState) => void
  /** Once, when the page shows the document itself. */
  onAttached: (text: LiveText) => void
}

export function connectLiveText(options: Options): LiveTextConnection {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(options.address, options.documentId, doc, { disableBc: true })
  provider.awareness.setLocalState(null)
  let light: LightDocument | null = null
  let state: LiveTextState = 'connecting'
  let closed = false

  function enter(next: LiveTextState) {
    if (closed || state === next) return
    state = next
    options.onState(next)
  }

  provider.on('sync', synced => {
    if (!synced || state === 'paused') return
    if (light === null) {
      light = attachLightDocument({ fragment: documentFragment(doc), root: options.root })
      options.onAttached(liveTextOf(light, { doc, root: options.root }))
    }
    enter('live')
  })
  provider.on('connection-close', () => {
    if (state === 'connecting' || state === 'live') enter('offline')
  })
  provider.on('closed', () => enter('ended'))
  // The browser knows of a lost network long before the provider misses an answer.
  const listening = new AbortController()
  const { signal } = listening
  window.addEventListener('offline', () => state === 'live' && enter('offline'), { signal })
  window.addEventListener('online', () => state === 'offline' && provider.synced && enter('live'), { signal })

  return {
    pause() {
      if (state !== 'live' && state !== 'offline') return
      enter('paused')
      provider.disconnect()
    },
    resume() {
      if (state !== 'paused') return
      enter('connecting')
      provider.connect()
    },
    close() {
      closed = true
      listening.abort()
      light?.detach()
      provider.destroy()
      doc.destroy()
    },
  }
}

export function liveTextOf(light: LightDocument, { doc, root }: { doc: Y.Doc; root: HTMLElement }): LiveText {
  return {
    flatIndex: () => light.flatIndex(),
    domRangeOf: range => light.domRangeOf(range),
    domRangesOf: range => light.domRangesOf(range),
    offsetsOf: range => light.offsetsOf(range),
    blockElement: blockId => light.blockElement(blockId),
    onPatched: listener => light.onPatched(listener),
    root,
    stateVector: () => toBase64(Y.encodeStateVector(doc)),
  }
}
