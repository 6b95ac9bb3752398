/**
 * `npm test`: everything that must hold, in the order in which it fails fastest. Compile, lint, arrows, unit and
 * integration tests, journeys in a real browser. Ends with `N passed, N failed` and a proper exit code.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { provideChromium, provideOffice, provideRedis } from './system-packages.mjs'
import { bin, build, installDependencies, requireNode, run } from './workplace.mjs'

requireNode()
await installDependencies()

const reports = mkdtempSync(join(tmpdir(), 'randnotiz-test-'))
const tally = { passed: 0, failed: 0, skipped: 0 }

async function check(name, work) {
  console.log(`\n── ${name}`)
  const code = await work()
  tally[code === 0 ? 'passed' : 'failed'] += 1
  return code === 0
}

/** Adds a vitest report to the tally; a run that left none (it crashed) counts as one failure. */
function addReport(file, code) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'))
    tally.passed += report.numPassedTests
    tally.failed += report.numFailedTests
    tally.skipped += report.numPendingTests + report.numTodoTests
    if (code !== 0 && report.numFailedTests === 0) tally.failed += 1
  } catch {
    tally.failed += 1
  }
}

async function vitest(name, args, env) {
  console.log(`\n── ${name}`)
  const file = join(reports, `${name.replace(/\W+/g, '-')}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  addReport(file, await run(bin('vitest'), ['run', ...args, ...reporters], { env }))
}

async function unitTests() {
  const office = await provideOffice()
  if (office === null) {
    console.error('No LibreOffice could be installed, so nobody has opened the exported files with it.')
    tally.failed += 1
  }
  // The browser prints PDF here; the journeys below say it when there is none.
  const chromium = await provideChromium()
  return vitest('Unit and integration tests', [], {
    REDIS_SERVER_PATH: (await provideRedis()) ?? '',
    OFFICE_PATH: office ?? '',
    ...(chromium ? { CHROMIUM_PATH: chromium } : {}),
  })
}

async function browserJourneys() {
  const chromium = await provideChromium()
  if (chromium !== null)
    return vitest('Browser journeys', ['--config', 'packages/e2e/vitest.config.ts'], {
      CHROMIUM_PATH: chromium,
    })
  console.error('No browser could be installed, so the browser journeys did not run.')
  tally.failed += 1
}

const compiled = await check('Compile', build)
if (compiled) {
  await check('Lint and format', () => run(bin('biome'), ['check', '.']))
  await check('Arrows', () => run(process.execPath, ['packages/tooling/arrows.mjs', '--check']))
  await unitTests()
  await browserJourneys()
}

rmSync(reports, { recursive: true, force: true })
console.log(`\n${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`)
process.exitCode = tally.failed === 0 ? 0 : 1
