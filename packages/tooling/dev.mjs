/**
 * `npm run dev`: the compiler in watch mode, the server restarted when its code changes, and the client with hot
 * reload on port 5173, which passes API and sockets on to the server. Ctrl-C ends all three.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { bin, build, installDependencies, requireNode, root } from './workplace.mjs'

requireNode()
await installDependencies()
if ((await build()) !== 0) process.exit(1)

const port = process.env.PORT ?? '3000'
const parts = [
  [bin('tsc'), ['-b', '--watch', '--preserveWatchOutput'], root],
  [process.execPath, ['--watch', 'server/dist/main.js'], root],
  [bin('vite'), ['--host', '127.0.0.1'], join(root, 'client')],
]
const allowedOrigin = 'http://127.0.0.1:5173'
const children = parts.map(([command, args, cwd]) =>
  spawn(command, args, {
    cwd,
    stdio: 'inherit',
    // A group of its own each: the compiler is a small program that starts the real one.
    detached: true,
    env: { ...process.env, PORT: port, PUBLIC_URL: process.env.PUBLIC_URL ?? allowedOrigin },
  }),
)

function endGroup(pid) {
  try {
    process.kill(-pid, 'SIGTERM')
  } catch {
    // It has ended by itself.
  }
}

let ending = false
function endAll(code) {
  if (ending) return
  ending = true
  for (const child of children) endGroup(child.pid)
  process.exitCode = code
}
for (const child of children) child.once('exit', code => endAll(code ?? 0))
process.once('SIGINT', () => endAll(0))
process.once('SIGTERM', () => endAll(0))
console.log(`Randnotiz for development: ${allowedOrigin} (server on port ${port})`)
