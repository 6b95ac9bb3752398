import { setTimeout as sleep } from 'node:timers/promises'
import { decodeSavedMessage, encodeSavedMessage, savedMessageType } from '@randnotiz/collab/saved-message'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'
import { type ContenderName, isHocuspocus } from './contenders.js'
import { LightClient } from './light-client.js'
import { type Contender, withContender } from './processes.js'
import type { Comparison } from './workload.js'

/** Hocuspocus' "your update was taken". */
const syncStatus = 8
const typists = 5
const keystrokeMs = 50
const documentId = 'kept'

interface Typist {
  clientId: number
  typed: number
  /** How many of them the server has told this one to be safe. y-websocket-server says nothing of the kind. */
  acknowledged: number
  type(): void
}

async function openTypist(contender: Contender): Promise<Typist> {
  const doc = new Y.Doc()
  const typist: Typist = { clientId: doc.clientID, typed: 0, acknowledged: 0, type: () => {} }
  const client = await LightClient.open({
    contender: contender.name,
    port: contender.port,
    documentId,
    kind: 'writer',
    onMessage: message =>
      takeAcknowledgement(typist, contender.name, message.subarray(prefixLength(contender.name))),
  })
  doc.on('update', (update: Uint8Array) => {
    client.sendUpdate(update)
    typist.typed++
    if (contender.name === 'randnotiz') client.send(encodeSavedMessage({ kind: 'mark', mark: typist.typed }))
  })
  typist.type = () => doc.getText('t').insert(0, 'x')
  return typist
}

const prefixLength = (name: ContenderName) => (isHocuspocus(name) ? documentId.length + 1 : 0)

function takeAcknowledgement(typist: Typist, name: ContenderName, message: Buffer): void {
  if (isHocuspocus(name) && message[0] === syncStatus && message[1] === 1) typist.acknowledged++
  if (name !== 'randnotiz' || message[0] !== savedMessageType) return
  const answer = decodeSavedMessage(decoding.createDecoder(message.subarray(1)))
  if (answer?.kind === 'saved') typist.acknowledged = answer.mark
}

/** Somebody who looks on with a document of their own. */
async function openReader({ name, port }: Contender): Promise<{ doc: Y.Doc; synced: Promise<void> }> {
  const doc = new Y.Doc()
  let done = () => {}
  const synced = new Promise<void>(resolve => {
    done = resolve
  })
  const onMessage = (message: Buffer) => {
    const bytes = message.subarray(prefixLength(name))
    if (bytes[0] !== 0 && bytes[0] !== 4) return
    const decoder = decoding.createDecoder(bytes.subarray(1))
    const kind = sync.readSyncMessage(decoder, encoding.createEncoder(), doc, null)
    if (kind === sync.messageYjsSyncStep2) done()
  }
  await LightClient.open({ contender: name, port, documentId, kind: 'reader', onMessage })
  return { doc, synced }
}

/** Each keystroke is one operation, so a state vector counts keystrokes. */
const keystrokesIn = (doc: Y.Doc) => Y.decodeStateVector(Y.encodeStateVector(doc))

/** Types for some seconds, kills the server in the middle, starts it again in the same folder, and counts. */
export const durability: Comparison = {
  name: 'killed while five people type',
  run: async (name, folder) => {
    const people: Typist[] = []
    const seen = await withContender(name, { folder }, async contender => {
      const reader = await openReader(contender)
      await reader.synced
      for (let index = 0; index < typists; index++) people.push(await openTypist(contender))
      const end = performance.now() + 12_000 + Math.random() * 6_000
      while (performance.now() < end) {
        for (const { type } of people) type()
        await sleep(keystrokeMs)
      }
      await contender.kill()
      return keystrokesIn(reader.doc)
    })
    const kept = await withContender(name, { folder }, async contender => {
      const reader = await openReader(contender)
      await reader.synced
      await sleep(500)
      return keystrokesIn(reader.doc)
    })
    const missing = (promised: (typist: Typist) => number) =>
      people.reduce(
        (sum, typist) => sum + Math.max(0, promised(typist) - (kept.get(typist.clientId) ?? 0)),
        0,
      )
    const lostAcknowledged = { 'acknowledged, then lost': missing(({ acknowledged }) => acknowledged) }
    return {
      'keystrokes typed': people.reduce((sum, { typed }) => sum + typed, 0),
      'seen by somebody else, then lost': missing(({ clientId }) => seen.get(clientId) ?? 0),
      ...(name !== 'y-websocket' && lostAcknowledged),
    }
  },
}
