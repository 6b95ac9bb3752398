import { type App, startApp } from './app.js'
import { type Config, ConfigError, readConfig } from './config.js'
import { demoPassword } from './demo/accounts.js'
import { demoStaff } from './demo/content/people.js'
import { ListenError } from './platform/http/listening.js'
import { DatabaseError } from './platform/mongo/database.js'

/** The server as a process: settings in, one clear line when it cannot start, a clean end on Ctrl-C and SIGTERM. */

/** What still hangs after so long is left to the crash safety of the database. */
const patienceMs = 20_000

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

function giveUp(error: unknown): never {
  const expected =
    error instanceof ConfigError || error instanceof ListenError || error instanceof DatabaseError
  const reason = expected
    ? error.message
    : error instanceof Error
      ? (error.stack ?? error.message)
      : String(error)
  process.stderr.write(`${reason}\n`)
  process.exit(1)
}

function endOn(signals: readonly NodeJS.Signals[], app: App): void {
  let ending = false
  const end = (signal: NodeJS.Signals) => {
    // The second Ctrl-C means it.
    if (ending) process.exit(1)
    ending = true
    say(`${signal}: saving and closing …`)
    setTimeout(() => process.exit(1), patienceMs).unref()
    app.close().then(() => process.exit(0), giveUp)
  }
  for (const signal of signals) process.on(signal, end)
}

function greet(config: Config, app: App): void {
  say(`Randnotiz: ${config.publicUrl ?? app.url}`)
  if (!app.hasDemo) return
  say(`Demo accounts, password ${demoPassword}:`)
  for (const { email, role, pseudonym } of demoStaff)
    say(`  ${email.padEnd(28)}${role.padEnd(13)}${pseudonym}`)
  say(`  ${'heidi@example.org'.padEnd(28)}${'participant'.padEnd(13)}Heidi vom Hang (and other citizens)`)
}

// Whoever read our output has gone; that is no reason to end without saving.
process.stdout.on('error', () => {})

try {
  const config = readConfig(process.env)
  const app = await startApp(config)
  endOn(['SIGINT', 'SIGTERM'], app)
  greet(config, app)
} catch (error) {
  giveUp(error)
}
