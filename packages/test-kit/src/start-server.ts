import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from './free-port.js'
import { ownDatabaseSettings } from './own-database.js'
import { until } from './until.js'

const mainModule = fileURLToPath(new URL('../../../server/dist/main.js', import.meta.url))

export type RunningServer = {
  /** `http://127.0.0.1:<port>`; stays the same over restarts. */
  url: string
  dataDir: string
  pid(): number
  /** Everything the server has printed so far, over restarts. */
  output(): string
  /** SIGKILL: no flush, no goodbye. */
  kill(): Promise<void>
  /** SIGTERM, waiting for the clean end; answers the exit code. */
  stop(): Promise<number | null>
  /** Starts again on the same address and data. */
  start(): Promise<void>
  /** Ends the server and removes its data. */
  remove(): Promise<void>
}

export type ServerOptions = {
  /** Extra environment, e.g. `{ MONGODB_URI }`. */
  env?: Record<string, string>
}

/** Starts the compiled server as its own process with an empty data directory, as `npm start` does. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const dataDir = mkdtempSync(join(tmpdir(), 'randnotiz-'))
  const database = ownDatabaseSettings()
  let printed = ''
  let child: ChildProcess | null = null

  async function start() {
    const started = spawn(process.execPath, [mainModule], {
      env: {
        ...process.env,
        PORT: String(port),
        DATA_DIR: dataDir,
        PUBLIC_URL: url,
        LOG_LEVEL: 'warn',
        ...database,
        ...options.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = started
    for (const stream of [started.stdout, started.stderr])
      stream?.on('data', (chunk: Buffer) => {
        printed += chunk.toString()
      })
    await until('the server answers', () => answers(started), 60_000)
  }

  async function answers(started: ChildProcess): Promise<boolean> {
    if (started.exitCode !== null) throw new Error(`the server ended with ${started.exitCode}:\n${printed}`)
    return fetch(`${url}/healthz`).then(
      response => response.ok,
      () => false,
    )
  }

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    const ending = child
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return ending?.exitCode ?? null
    const gone = new Promise<number | null>(resolve => ending.once('exit', code => resolve(code)))
    ending.kill(signal)
    return gone
  }

  async function remove() {
    await end('SIGTERM')
    rmSync(dataDir, { recursive: true, force: true })
  }

  // One that does not come up in time must not stay behind: nobody else knows it.
  await start().catch(async error => {
    await remove()
    throw error
  })
  return {
    url,
    dataDir,
    pid: () => child?.pid ?? -1,
    output: () => printed,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    start,
    remove,
  }
}
