import { createHmac, timingSafeEqual } from 'node:crypto'
import type { z } from 'zod'
import { parseJson } from './parse-json.js'

/**
 * What we hand out and want back unchanged: a payload and our signature, for links in mails and for challenges. The
 * purpose is signed too, so that a token of one kind is worth nothing as another.
 */
export type TokenSigner = {
  sign(purpose: string, payload: object): string
  /** Null for whatever we have not signed for this purpose, or that is not of this shape. */
  read<Shape extends z.ZodType>(purpose: string, shape: Shape, token: string): z.output<Shape> | null
}

export function createTokenSigner(secret: string): TokenSigner {
  const key = createHmac('sha256', secret).update('randnotiz signed tokens').digest()
  const signature = (purpose: string, body: string) =>
    createHmac('sha256', key).update(`${purpose}\n${body}`).digest()
  return {
    sign: (purpose, payload) => {
      const body = Buffer.from(JSON.stringify(payload)).toString('base64url')
      return `${body}.${signature(purpose, body).toString('base64url')}`
    },
    read: (purpose, shape, token) => {
      const [body = '', given = '', ...rest] = token.split('.')
      const expected = signature(purpose, body)
      const claimed = Buffer.from(given, 'base64url')
      if (rest.length > 0 || claimed.length !== expected.length || !timingSafeEqual(claimed, expected))
        return null
      const read = shape.safeParse(parseJson(Buffer.from(body, 'base64url').toString()))
      return read.success ? read.data : null
    },
  }
}
