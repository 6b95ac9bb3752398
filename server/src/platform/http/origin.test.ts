import { describe, expect, it } from 'vitest'
import { createOwnOrigin } from './origin.js'

const local = createOwnOrigin({ publicUrl: undefined, host: '127.0.0.1', port: () => 3000 })
const town = createOwnOrigin({ publicUrl: 'https://stadt.example.org', host: '0.0.0.0', port: () => 3000 })
const from = (origin: string) => ({ headers: { origin } })

describe('our own origin', () => {
  it('is this machine when no public address is set', () => {
    for (const name of ['localhost', '127.0.0.1', '[::1]'])
      expect(local(from(`http://${name}:3000`))).toBe(true)
    for (const other of [
      'http://localhost:3001',
      'https://localhost:3000',
      'http://localhost.evil.org:3000',
      'null',
    ])
      expect(local(from(other))).toBe(false)
  })

  it('is exactly the public address when one is set', () => {
    expect(town(from('https://stadt.example.org'))).toBe(true)
    for (const other of [
      'http://stadt.example.org',
      'https://stadt.example.org.evil.org',
      'http://localhost:3000',
    ])
      expect(town(from(other))).toBe(false)
  })

  it('may be left out, unless the browser says that another site sends the request', () => {
    expect(town({ headers: {} })).toBe(true)
    expect(town({ headers: { 'sec-fetch-site': 'same-origin' } })).toBe(true)
    expect(town({ headers: { 'sec-fetch-site': 'cross-site' } })).toBe(false)
    expect(town({ headers: { 'sec-fetch-site': 'same-site' } })).toBe(false)
  })
})
