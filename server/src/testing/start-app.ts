import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ownDatabaseSettings } from '@randnotiz/test-kit/own-database'
import { signInAs } from '@randnotiz/test-kit/sign-in-as'
import { type AppOptions, startApp } from '../app.js'
import { readConfig } from '../config.js'
import type { Features } from '../features.js'

export type TestAppOptions = AppOptions & {
  /** Settings beside those that keep the test to itself. */
  env?: Record<string, string>
}

/** The whole server in this process, on a free port, with an empty data directory and the demo. */
export type TestApp = {
  /** May change over a restart. */
  readonly url: string
  readonly dataDir: string
  /** May change over a restart. */
  readonly features: Features
  /** The `Cookie` header of a fresh session. */
  signIn(email: string): Promise<string>
  /** A clean end and a new beginning on the same data. */
  restart(): Promise<void>
  close(): Promise<void>
}

export async function startTestApp({ env, ...options }: TestAppOptions = {}): Promise<TestApp> {
  const dataDir = await mkdtemp(join(tmpdir(), 'randnotiz-test-'))
  const config = readConfig({
    PORT: '0',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'fatal',
    ...ownDatabaseSettings(),
    ...env,
  })
  let app = await startApp(config, options)
  return {
    get url() {
      return app.url
    },
    dataDir,
    get features() {
      return app.features
    },
    signIn: email => signInAs(app.url, email),
    restart: async () => {
      await app.close()
      app = await startApp(config, options)
    },
    close: async () => {
      await app.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
