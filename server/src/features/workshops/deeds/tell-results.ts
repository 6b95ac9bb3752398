import type { FollowSubject } from '@randnotiz/contract/accounts/following'
import type { WorkshopId } from '@randnotiz/contract/kit/ids'
import { minutesPath } from '@randnotiz/contract/workshops/paths'
import type { WorkshopParts } from './parts.js'

/**
 * Tells everybody who follows the process or one of the texts that the minutes of a workshop are there: also people who
 * have left nothing but their address. May be told again after a crash; nobody hears it twice.
 */
export async function tellResults(parts: WorkshopParts, workshopId: WorkshopId): Promise<void> {
  const session = await parts.sessions.read(workshopId)
  if (session?.phase !== 'published') return
  const { processId, documentIds, title, rehearsal } = session.setup
  const process = await parts.processLink(processId)
  if (process !== null && !rehearsal) {
    const subjects: FollowSubject[] = [
      { kind: 'process', id: processId },
      ...documentIds.map((id): FollowSubject => ({ kind: 'document', id })),
    ]
    const event = {
      kind: 'news',
      process,
      headline: { de: `Protokoll der Werkstatt „${title}“`, en: `Minutes of the workshop “${title}”` },
      path: minutesPath(workshopId),
    } as const
    await parts.tellFollowers({ subjects, key: `minutes:${workshopId}`, event, at: parts.clock.now() })
  }
  await parts.workshops.markTold(workshopId, parts.clock.now())
}
