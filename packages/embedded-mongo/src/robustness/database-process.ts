/** The database in a process of its own, to be killed. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const CLI = fileURLToPath(
  new URL('../cli.js', import.meta.url.replace('/embedded-mongo/src/', '/embedded-mongo/dist/')),
)

export interface DatabaseProcess {
  uri: string
  /** Ends it without a chance to clean up. */
  kill(): Promise<void>
  /** Ends it as Ctrl-C does; gives the exit code. */
  stop(): Promise<number | null>
}

export interface Limits {
  /** No file may grow beyond this: what a full disk looks like to the database. */
  fileSizeKiB?: number
}

export async function startDatabaseProcess(
  dataDir: string,
  { fileSizeKiB }: Limits = {},
): Promise<DatabaseProcess> {
  const child = fileSizeKiB === undefined ? spawnPlain(dataDir) : spawnLimited(dataDir, fileSizeKiB)
  const uri = await firstLine(child)
  const ended = once(child, 'exit')
  return {
    uri,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    stop: async () => {
      child.kill('SIGTERM')
      await ended
      return child.exitCode
    },
  }
}

const spawnPlain = (dataDir: string): ChildProcess =>
  spawn(process.execPath, [CLI, 'serve', dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })

/** Without the trap the kernel would end the process instead of failing its write. */
const spawnLimited = (dataDir: string, kiB: number): ChildProcess =>
  spawn(
    'bash',
    ['-c', `trap "" XFSZ; ulimit -f ${kiB}; exec "$@"`, 'bash', process.execPath, CLI, 'serve', dataDir],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the process has no output')
  for await (const line of createInterface({ input: child.stdout })) return line
  throw new Error('the database ended before it was ready')
}
