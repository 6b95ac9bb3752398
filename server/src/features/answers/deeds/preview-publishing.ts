import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { PublishAnswers } from '@randnotiz/contract/answers/commands'
import type { PublishPreview } from '@randnotiz/contract/answers/publishing'
import type { UserId } from '@randnotiz/contract/kit/ids'
import { accept, type Result } from '@randnotiz/contract/kit/result'
import type { AnswerParts } from '../parts.js'
import { judgePublishing } from '../publication/judge-publishing.js'
import { supportersOf } from '../publication/tell-people.js'
import { askStaff } from './ask-staff.js'

/** Who would be told if these answers were published. Changes nothing. */
export async function previewPublishing(
  parts: AnswerParts,
  asked: Omit<PublishAnswers, 'commandId'>,
  viewer: Viewer,
): Promise<Result<PublishPreview>> {
  const staff = askStaff(viewer, 'answer:publish')
  if (!staff.ok) return staff
  const { points, refused, answered } = await judgePublishing(parts, asked)
  const contributions = await parts.desk.contributions(answered.map(({ annotationId }) => annotationId))
  const authors = new Set<UserId>()
  const supporters = new Set<UserId>()
  for (const contribution of contributions.values()) {
    authors.add(contribution.authorId)
    for (const person of await supportersOf(parts, contribution)) supporters.add(person)
  }
  return accept({
    points: points.length,
    contributions: contributions.size,
    authors: authors.size,
    supporters: supporters.size,
    people: new Set([...authors, ...supporters]).size,
    refused,
  })
}
