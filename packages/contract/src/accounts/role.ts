import { z } from 'zod'

/** What an account may do follows from its role and the phase of the process; see `domain/accounts/permissions`. */
export const Role = z.enum(['participant', 'editor', 'facilitator', 'moderator', 'admin'])
export type Role = z.infer<typeof Role>
