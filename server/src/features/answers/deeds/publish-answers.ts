import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { PublishAnswers } from '@randnotiz/contract/answers/commands'
import type { ManyDone } from '@randnotiz/contract/answers/publishing'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { AnswerParts } from '../parts.js'
import { finishPublication, publishAll } from '../publication/carry-out.js'
import { judgePublishing } from '../publication/judge-publishing.js'
import type { PublicationRecord } from '../storage/publication-store.js'
import { askStaff } from './ask-staff.js'

/** Makes released answers public together. Everybody reads them when it resolves; people are told right afterwards. */
export async function publishAnswers(
  parts: AnswerParts,
  { commandId, processId, points }: PublishAnswers,
  viewer: Viewer,
): Promise<Result<ManyDone>> {
  const staff = askStaff(viewer, 'answer:publish')
  if (!staff.ok) return staff
  const earlier = await parts.publications.byCommand(staff.value, commandId)
  if (earlier !== null) return carryOut(parts, earlier)
  const judged = await judgePublishing(parts, { processId, points })
  const { refused } = judged
  if (judged.points.length === 0) return accept({ done: [], refused })
  const said = { processId, personId: staff.value, commandId, at: parts.clock.now() }
  const publication = await parts.publications.insert({ ...said, points: judged.points, refused })
  const known = publication ?? (await parts.publications.byCommand(staff.value, commandId))
  return known ? carryOut(parts, known) : refuse('server/unavailable')
}

async function carryOut(parts: AnswerParts, publication: PublicationRecord): Promise<Result<ManyDone>> {
  const done = await publishAll(parts, publication)
  parts.goOn(finishPublication(parts, publication))
  const missed = publication.points.filter(point =>
    done.every(({ annotationId, number }) => annotationId !== point.annotationId || number !== point.number),
  )
  const refused = missed.map(({ annotationId, number }) => ({
    annotationId,
    number,
    code: 'answers/changed-meanwhile' as const,
  }))
  return accept({ done, refused: [...publication.refused, ...refused] })
}
