import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.js'

describe('settings', () => {
  it('have defaults that suit a trial on one machine', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: resolve('data'),
      mongodbUri: undefined,
      redisUrl: undefined,
      publicUrl: undefined,
      sessionSecret: undefined,
      logLevel: 'info',
      trustProxy: 0,
      demo: true,
      smtpUrl: undefined,
      mailFrom: 'Randnotiz <randnotiz@localhost>',
      metricsToken: undefined,
      openDataLicence: 'https://www.govdata.de/dl-de/by-2-0',
    })
  })

  it('take an empty variable for an absent one', () => {
    const empty = { PORT: '', MONGODB_URI: '', REDIS_URL: '', PUBLIC_URL: '', SESSION_SECRET: '', DEMO: '' }
    expect(readConfig(empty)).toEqual(readConfig({}))
  })

  it('keep only scheme, host and port of the public address', () => {
    expect(readConfig({ PUBLIC_URL: 'https://Stadt.example.org/' }).publicUrl).toBe(
      'https://stadt.example.org',
    )
  })

  it.each([
    [{ PUBLIC_URL: 'https://localhost' }, true],
    [{ PUBLIC_URL: 'http://127.0.0.1:3000' }, true],
    [{ PUBLIC_URL: 'https://stadt.example.org' }, false],
    [{ PUBLIC_URL: 'https://localhost.example.org' }, false],
    [{ PUBLIC_URL: 'https://stadt.example.org', DEMO: 'on' }, true],
    [{ DEMO: 'off' }, false],
  ])('keep accounts with a known password from a public server: %j', (env, demo) => {
    expect(readConfig(env).demo).toBe(demo)
  })

  it.each([
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['PORT', '-1'],
    ['HOST', 'not a host'],
    ['MONGODB_URI', 'postgres://localhost/x'],
    ['REDIS_URL', 'localhost:6379'],
    ['PUBLIC_URL', 'stadt.example.org'],
    ['PUBLIC_URL', 'https://stadt.example.org/beteiligung'],
    ['SESSION_SECRET', 'too short'],
    ['LOG_LEVEL', 'loud'],
    ['TRUST_PROXY', 'yes'],
    ['DEMO', 'please'],
    ['METRICS_TOKEN', 'short'],
  ])('refuse %s=%s in one line that names the variable', (name, value) => {
    const attempt = () => readConfig({ [name]: value })
    expect(attempt).toThrow(ConfigError)
    expect(attempt).toThrow(new RegExp(`^${name}: [^\\n]+$`))
  })
})
