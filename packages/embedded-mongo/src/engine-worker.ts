/** The engine's thread: a long query here delays nobody on the main thread. */
import { parentPort, workerData } from 'node:worker_threads'
import { type EmbeddedServer, startServer } from './embedded-server.js'
import type { EngineEvent, EngineRequest, EngineWorkerData } from './engine-messages.js'

const port = parentPort
if (!port) throw new Error('engine-worker.js runs in a worker thread only')

const tell = (event: EngineEvent): void => port.postMessage(event)
const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error))

// The other side of both channels is start-embedded-mongo.ts, which is typed by the same file.
const data: EngineWorkerData = workerData

async function answer(server: EmbeddedServer, request: EngineRequest): Promise<void> {
  if (request.kind === 'close') {
    await server.close()
    tell({ kind: 'closed' })
    port?.close()
    return
  }
  const error = await server.copyTo(request.directory).then(() => undefined, describe)
  tell({ kind: 'copied', id: request.id, error })
}

const reportBug = (error: unknown): void =>
  tell({ kind: 'bug', description: error instanceof Error ? (error.stack ?? error.message) : String(error) })

try {
  const server = await startServer({ ...data, reportBug })
  port.on('message', (request: EngineRequest) => {
    answer(server, request).catch(reportBug)
  })
  tell({ kind: 'ready', uri: server.uri })
} catch (error) {
  tell({ kind: 'refused', reason: describe(error) })
}
