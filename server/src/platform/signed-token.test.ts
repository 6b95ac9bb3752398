import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createTokenSigner } from './signed-token.js'

const tokens = createTokenSigner('a secret that nobody else knows at all')
const Shape = z.object({ person: z.string() })

describe('signed tokens', () => {
  it('come back as they went out', () => {
    expect(tokens.read('greet', Shape, tokens.sign('greet', { person: 'Ulme' }))).toEqual({ person: 'Ulme' })
  })

  it('are worth nothing for another purpose, from another server, changed, or of another shape', () => {
    const token = tokens.sign('greet', { person: 'Ulme' })
    const [body, signature] = token.split('.')
    const forged = Buffer.from(JSON.stringify({ person: 'Esche' })).toString('base64url')
    const other = createTokenSigner('another secret, which is no use here')
    for (const bad of [
      '',
      '.',
      'x.y.z',
      `${forged}.${signature}`,
      `${body}.`,
      `${token}.x`,
      other.sign('greet', { person: 'Ulme' }),
      tokens.sign('greet', { name: 'Ulme' }),
    ])
      expect(tokens.read('greet', Shape, bad)).toBeNull()
    expect(tokens.read('wave', Shape, token)).toBeNull()
  })
})
