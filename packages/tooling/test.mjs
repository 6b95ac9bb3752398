/**
 * `npm test`: everything that must hold, in the order in which it fails fastest. Compile, lint, arrows, unit and
 * integration tests, journeys in a real browser. Ends with `N passed, N failed` and a proper exit code.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { provideChromium, provideOffice, provideRedis } from './system-packages.mjs'
import { bin, build, installDependencies, requireNode, run } from './workplace.mjs'

requireNode()
await installDependencies()

const reports = mkdtempSync(join(tmpdir(), 'randnotiz-test-'))
const tally = { passed: 0, failed: 0, skipped: 0 }
/** What failed, said once more at the end, where it is found. */
const failures = []

async function check(name, work) {
  console.log(`\n── ${name}`)
  const code = await work()
  if (code === 0) tally.passed += 1
  else fail(name)
  return code === 0
}

function fail(what) {
  tally.failed += 1
  failures.push(what)
}

/** Adds a vitest report to the tally; a run that left none (it crashed) counts as one failure. */
function addReport(name, file, code) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'))
    tally.passed += report.numPassedTests
    tally.skipped += report.numPendingTests + report.numTodoTests
    const failed = report.testResults.flatMap(failedIn)
    for (const each of failed) fail(each)
    if (code !== 0 && failed.length === 0) fail(`${name}: ended with ${code}`)
  } catch {
    fail(`${name}: left no report`)
  }
}

/** A file that could not even be loaded counts as one. */
function failedIn({ name, status, message, assertionResults }) {
  const file = relative(process.cwd(), name)
  const failed = assertionResults.filter(test => test.status === 'failed')
  if (failed.length === 0) return status === 'failed' ? [`${file}\n    ${firstLine(message)}`] : []
  return failed.map(test => `${file} > ${test.fullName}\n    ${firstLine(test.failureMessages[0])}`)
}

const firstLine = (message = '') => message.split('\n', 1)[0]

async function vitest(name, args, env) {
  console.log(`\n── ${name}`)
  const file = join(reports, `${name.replace(/\W+/g, '-')}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  addReport(name, file, await run(bin('vitest'), ['run', ...args, ...reporters], { env }))
}

async function unitTests() {
  const office = await provideOffice()
  if (office === null)
    fail('No LibreOffice could be installed, so nobody has opened the exported files with it.')
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
  fail('No browser could be installed, so the browser journeys did not run.')
}

const compiled = await check('Compile', build)
if (compiled) {
  await check('Lint and format', () => run(bin('biome'), ['check', '.']))
  await check('Arrows', () => run(process.execPath, ['packages/tooling/arrows.mjs', '--check']))
  await unitTests()
  await browserJourneys()
}

rmSync(reports, { recursive: true, force: true })
for (const failure of failures) console.log(`✗ ${failure}`)
console.log(`\n${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`)
process.exitCode = tally.failed === 0 ? 0 : 1
