import { createServer } from 'node:http'
import { createFileStore } from './file-store.js'
import { createCollab } from './index.js'

const editors = new Map([['a-long-secret', { userId: 'ada', name: 'Ada', colour: '#205493' }]])

const collab = createCollab({
  store: createFileStore(process.argv[2] ?? './documents'),
  authorise: request => {
    const token = new URL(request.url ?? '/', 'http://local').searchParams.get('token')
    const editor = editors.get(token ?? '')
    if (editor) return { kind: 'writer', ...editor }
    return token ? { kind: 'refused', code: 4401, reason: 'sign in' } : { kind: 'reader', anonymous: true }
  },
  onEvent: event => {
    if (event.kind === 'failed') process.stderr.write(`${event.during}: ${event.error}\n`)
  },
})

const server = createServer()
server.on('upgrade', (request, socket, head) => {
  const documentId = request.url?.match(/^\/collab\/([\w-]+)/)?.[1]
  if (documentId) collab.handleUpgrade(request, socket, head, documentId)
  else socket.end('HTTP/1.1 404 Not Found\r\n\r\n')
})
server.listen(Number(process.env.PORT ?? 1234), '127.0.0.1', () =>
  process.stdout.write(`${JSON.stringify(server.address())}\n`),
)

process.once('SIGTERM', async () => {
  await collab.close()
  server.close()
})
