import { z } from 'zod'
import { UserId } from '../kit/ids.js'
import { Role } from './role.js'

/** A name that stands in public; the mail address never does. */
export const Pseudonym = z.string().trim().min(2).max(40)
export type Pseudonym = z.infer<typeof Pseudonym>

const person = {
  id: UserId,
  pseudonym: Pseudonym,
  /** For carets and avatars, `#rrggbb`. */
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
}

/**
 * Whoever looks at a page. A `guest` takes part under a name of their choice, without mail address and password; a
 * receipt leads back to what they wrote.
 */
export const Viewer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('anonymous') }),
  z.object({ kind: z.literal('guest'), ...person }),
  z.object({ kind: z.literal('account'), ...person, role: Role }),
])
export type Viewer = z.infer<typeof Viewer>
