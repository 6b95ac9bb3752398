import { z } from 'zod'
import { ShownText } from '../documents/document.js'
import { CommandId } from '../kit/ids.js'
import { ReleaseSummary, ReleaseTitle } from './release.js'

/** Publishes the live text as it is on disk when the server gets to it. */
export const PublishRelease = z.object({
  commandId: CommandId,
  title: ReleaseTitle,
  summary: ReleaseSummary,
  /** Number of the last release that the person knows of, 0 for none. Refused when there is a newer one. */
  after: z.number().int().nonnegative(),
})
export type PublishRelease = z.infer<typeof PublishRelease>

export const ShowText = z.object({ shown: ShownText })
