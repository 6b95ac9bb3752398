/**
 * What every command of this repository needs before it can do its own work: a Node that is new enough, the
 * dependencies of the lock file, and compiled code. Nothing here may import a dependency: on a fresh clone there is none.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

const quiet = { DO_NOT_TRACK: '1', TURBO_TELEMETRY_DISABLED: '1', BETTER_AUTH_TELEMETRY: '0' }

/** Runs a program in the foreground and answers its exit code. `bin` names a program of node_modules. */
export function run(command, args, options = {}) {
  const { env, ...rest } = options
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      ...rest,
      env: { ...process.env, ...quiet, ...env },
    })
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(signal ? 1 : (code ?? 1)))
  })
}

/** Path of a program that a dependency brings. */
export const bin = name => join(root, 'node_modules', '.bin', name)

export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`Randnotiz needs Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}

const stampPath = join(root, 'node_modules', '.randnotiz-installed')
const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
const installedHash = () => (existsSync(stampPath) ? readFileSync(stampPath, 'utf8') : '')

/** `npm ci` when the lock file is not the one that was installed last; otherwise nothing. */
export async function installDependencies() {
  if (installedHash() === lockHash()) return
  console.log('Installing dependencies …')
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  if (code !== 0) process.exit(code)
  writeFileSync(stampPath, lockHash())
}

/** Compiles what changed since the last time; answers the exit code. */
export function build() {
  return run(bin('turbo'), ['run', 'build', '--output-logs=errors-only', '--log-order=grouped'])
}
