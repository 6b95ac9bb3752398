/** One hundred people follow a document; annotations on the whole text are made, and heard of by all. */
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { CreateAnnotation } from '@randnotiz/contract/annotations/commands'
import { DocumentId } from '@randnotiz/contract/kit/ids'
import type { Result } from '@randnotiz/contract/kit/result'
import { type ClientSocket, openSocket } from '@randnotiz/test-kit/open-socket'
import { signInAs } from '@randnotiz/test-kit/sign-in-as'
import { startServer } from '@randnotiz/test-kit/start-server'
import { demoDocumentIds } from './demo-documents.js'
import { percentiles } from './percentiles.js'
import type { Workload } from './workload.js'

const followers = 100
const annotations = 50

function create(socket: ClientSocket, documentId: string): Promise<Result<Annotation>> {
  const command = CreateAnnotation.parse({
    commandId: crypto.randomUUID(),
    documentId,
    passage: null,
    kind: 'idea',
    body: 'Eine Anregung, wie sie im Betrieb vorkommt.',
    replacement: null,
  })
  return new Promise(resolve => socket.emit('annotation:create', command, resolve))
}

export const annotationFanOut: Workload = {
  name: 'annotation fan-out',
  story: `${annotations} annotations one after the other, ${followers} followers`,
  async run() {
    const server = await startServer()
    const sockets: ClientSocket[] = []
    try {
      const [documentId = ''] = await demoDocumentIds(server.url)
      const cookie = await signInAs(server.url, 'redaktion1@example.org')
      const acknowledged: number[] = []
      const heard: number[] = []
      let sentAt = 0
      for (let i = 0; i < followers; i++) {
        const socket = await openSocket(server.url)
        sockets.push(socket)
        socket.on('annotation:changed', () => heard.push(performance.now() - sentAt))
        await socket.emitWithAck('annotations:follow', { documentId: DocumentId.parse(documentId), since: 0 })
      }
      const author = await openSocket(server.url, cookie)
      sockets.push(author)
      for (let i = 1; i <= annotations; i++) {
        sentAt = performance.now()
        const result = await create(author, documentId)
        if (!result.ok) throw new Error(`refused: ${result.refusal.code}`)
        acknowledged.push(performance.now() - sentAt)
        while (heard.length < i * followers) await new Promise(resolve => setTimeout(resolve, 2))
      }
      return [
        ...percentiles('acknowledged (stored)', acknowledged),
        ...percentiles('heard by a follower', heard),
      ]
    } finally {
      for (const socket of sockets) socket.disconnect()
      await server.remove()
    }
  },
}
