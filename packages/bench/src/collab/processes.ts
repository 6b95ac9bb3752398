/** Starts contenders and loads as processes and talks to them. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Memory, Question, Usage } from './contender-duty.js'
import type { ContenderName } from './contenders.js'
import type { Load, LoadResult } from './load.js'

const fileOf = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const fileOfContender = (name: ContenderName) =>
  fileOf(name === 'hocuspocus-4' ? '../../peers/contender-hocuspocus-4.js' : `./contender-${name}.js`)

async function next<T>(child: ChildProcess): Promise<T> {
  const settled = new AbortController()
  const { signal } = settled
  try {
    const [message] = await Promise.race([
      once(child, 'message', { signal }),
      once(child, 'exit', { signal }).then(() => {
        throw new Error('the process ended')
      }),
    ])
    return message as T
  } finally {
    settled.abort()
  }
}

export interface Contender {
  name: ContenderName
  port: number
  /** What it has used since the last call. */
  usage(): Promise<Usage>
  /** The same, and from now on stalls of its event loop are measured. */
  watch(): Promise<Usage>
  memory(): Promise<Memory>
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>
}

export interface Keeping {
  /** A file with the content of seeded documents. */
  contentFile?: string
  /** Where documents are kept; nowhere by default. */
  folder?: string
}

export async function startContender(name: ContenderName, keeping: Keeping = {}): Promise<Contender> {
  const { contentFile = '-', folder = '-' } = keeping
  const keepsItself = name === 'y-websocket' && folder !== '-' && contentFile === '-'
  const child = fork(fileOfContender(name), [contentFile, folder], {
    execArgv: ['--expose-gc'],
    env: { ...process.env, ...(keepsItself && { YPERSISTENCE: folder }) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const { port } = await next<{ port: number }>(child)
  const ask = <T>(question: Question): Promise<T> => {
    const answer = next<T>(child)
    child.send(question)
    return answer
  }
  return {
    name,
    port,
    usage: () => ask('usage'),
    watch: () => ask('watch'),
    memory: () => ask('memory'),
    kill: () => kill(child),
  }
}

export async function withContender<T>(
  name: ContenderName,
  keeping: Keeping,
  task: (contender: Contender) => Promise<T>,
): Promise<T> {
  const contender = await startContender(name, keeping)
  try {
    return await task(contender)
  } finally {
    await contender.kill()
  }
}

/** Connects the clients; the returned function lets them begin and resolves with what they measured. */
export async function prepareLoad(
  load: Load,
): Promise<{ run(): Promise<LoadResult>; stop(): Promise<void> }> {
  const child = fork(fileOf('./load.js'), [JSON.stringify(load)])
  await next(child)
  return {
    run: () => {
      const result = next<LoadResult>(child)
      child.send('go')
      return result
    },
    stop: () => kill(child),
  }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
