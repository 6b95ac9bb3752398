import { z } from 'zod'
import { UserId } from '../kit/ids.js'
import { Role } from './role.js'

/** A name that stands in public; the mail address never does. */
export const Pseudonym = z.string().trim().min(2).max(40)
export type Pseudonym = z.infer<typeof Pseudonym>

/** Whoever looks at a page. */
export const Viewer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('anonymous') }),
  z.object({
    kind: z.literal('account'),
    id: UserId,
    pseudonym: Pseudonym,
    role: Role,
    /** For carets and avatars, `#rrggbb`. */
    colour: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
])
export type Viewer = z.infer<typeof Viewer>
