/** Starts contenders and loads as processes and talks to them. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { ContenderName, Usage } from './collab-contender.js'
import type { Load, LoadResult } from './collab-load.js'

const fileOf = (name: string) => fileURLToPath(new URL(`./${name}.js`, import.meta.url))

async function next<T>(child: ChildProcess): Promise<T> {
  const [message] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error('the process ended')
    }),
  ])
  return message as T
}

export interface Contender {
  name: ContenderName
  port: number
  usage(): Promise<Usage>
  stop(): Promise<void>
}

export async function startContender(
  name: ContenderName,
  { contentFile = '-', folder = '-' }: { contentFile?: string; folder?: string } = {},
): Promise<Contender> {
  const child = fork(fileOf('collab-contender'), [name, contentFile, folder], { execArgv: ['--expose-gc'] })
  const { port } = await next<{ port: number }>(child)
  return {
    name,
    port,
    usage: () => {
      const answer = next<Usage>(child)
      child.send('usage')
      return answer
    },
    stop: () => stop(child),
  }
}

/** Connects the clients; the returned function lets them begin and resolves with what they measured. */
export async function prepareLoad(
  load: Load,
): Promise<{ run(): Promise<LoadResult>; stop(): Promise<void> }> {
  const child = fork(fileOf('collab-load'), [JSON.stringify(load)])
  await next(child)
  return {
    run: () => {
      const result = next<LoadResult>(child)
      child.send('go')
      return result
    },
    stop: () => stop(child),
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
