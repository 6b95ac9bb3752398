import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { until } from './until.js'

export type OpenDocument = {
  doc: Y.Doc
  provider: WebsocketProvider
  close(): void
}

/** Which document, and as whom: `cookie` is a session from `signInAs`, left out for an anonymous reader. */
export type DocumentAddress = { url: string; documentId: string; cookie?: string }

/** The stock `WebsocketProvider` of y-websocket on a fresh `Y.Doc`, not yet synced. */
export function openDocument({ url, documentId, cookie }: DocumentAddress): OpenDocument {
  const headers = { Origin: url, ...(cookie ? { Cookie: cookie } : {}) }
  class SessionWebSocket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols ?? [], { headers })
    }
  }
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${url.replace('http', 'ws')}/collab`, documentId, doc, {
    disableBc: true,
    // The provider wants a browser's WebSocket; the one of `ws` behaves alike where it matters.
    WebSocketPolyfill: SessionWebSocket as unknown as typeof globalThis.WebSocket,
  })
  return {
    doc,
    provider,
    close: () => {
      provider.destroy()
      doc.destroy()
    },
  }
}

/** Opens a document and waits until it has everything the server has. */
export async function openSyncedDocument(address: DocumentAddress): Promise<OpenDocument> {
  const opened = openDocument(address)
  await until('the document is synced', () => opened.provider.synced)
  return opened
}
