/**
 * Programs that tests talk to for real: a browser, Redis, and LibreOffice with the tools that read PDF. On Debian as root
 * they come from its packages; elsewhere the browser is Playwright's own. Setting CHROMIUM_PATH, REDIS_SERVER_PATH or
 * OFFICE_PATH names one that is already there.
 */
import { existsSync } from 'node:fs'
import { bin, run } from './workplace.mjs'

const firstExisting = paths => paths.find(path => path && existsSync(path))
const onDebian = () => existsSync('/etc/debian_version') && process.getuid?.() === 0

let listsAreFresh = false
async function installFromDebian(...names) {
  if (!onDebian()) return false
  console.log(`Installing ${names.join(', ')} from Debian's packages …`)
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { DEBIAN_FRONTEND: 'noninteractive' } }
  if (!listsAreFresh) listsAreFresh = (await run('apt-get', ['update', '-qq'], quiet)) === 0
  return (await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], quiet)) === 0
}

const chromiumPaths = () => [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser']

/** Path of a Chromium, installed if need be; null when there is none to be had. `''` means Playwright's own. */
export async function provideChromium() {
  const present = firstExisting(chromiumPaths())
  if (present) return present
  if (await installFromDebian('chromium')) return firstExisting(chromiumPaths()) ?? null
  return (await run(bin('playwright-core'), ['install', 'chromium'])) === 0 ? '' : null
}

const redisPaths = () => [
  process.env.REDIS_SERVER_PATH,
  '/usr/bin/redis-server',
  '/usr/local/bin/redis-server',
]

/** Path of a Redis server, installed if need be; null when there is none to be had. */
export async function provideRedis() {
  const present = firstExisting(redisPaths())
  if (present) return present
  return (await installFromDebian('redis-server')) ? (firstExisting(redisPaths()) ?? null) : null
}

const officePaths = () => [process.env.OFFICE_PATH, '/usr/bin/soffice', '/usr/bin/libreoffice']
const hasPdfTools = () => existsSync('/usr/bin/pdfinfo') || existsSync('/usr/local/bin/pdfinfo')
const officePackages = ['libreoffice-writer-nogui', 'libreoffice-calc-nogui', 'poppler-utils']

/** Path of a LibreOffice without a window, with poppler's tools beside it; null when there is none to be had. */
export async function provideOffice() {
  const present = firstExisting(officePaths())
  if (present && hasPdfTools()) return present
  return (await installFromDebian(...officePackages)) ? (firstExisting(officePaths()) ?? null) : null
}
