import { z } from 'zod'

/**
 * The way by which a contribution came: written here, said in a workshop, taken over from another system, or typed in by
 * staff from a letter, a mail or what somebody said; see `domain/annotations/channel`.
 */
export const Channel = z.enum(['online', 'workshop', 'letter', 'mail', 'oral', 'import'])
export type Channel = z.infer<typeof Channel>
