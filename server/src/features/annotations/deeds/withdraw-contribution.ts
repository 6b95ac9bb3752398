import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { WithdrawContribution } from '@randnotiz/contract/annotations/commands'
import type { UserId } from '@randnotiz/contract/kit/ids'
import { type Result, refuse } from '@randnotiz/contract/kit/result'
import type { AnnotationRecord } from '../storage/record.js'
import type { DeedParts } from './parts.js'
import { announced } from './receipt.js'

/**
 * Its author takes a contribution back, or a reply: in every phase, also when it has been answered. The words leave every
 * public view with the next row of the feed; where others have replied a placeholder stays.
 */
export async function withdrawContribution(
  parts: DeedParts,
  { annotationId, replyId }: WithdrawContribution,
  viewer: Viewer,
): Promise<Result<Annotation>> {
  if (viewer.kind === 'anonymous') return refuse('accounts/sign-in-required')
  const record = await parts.annotations.byId(annotationId)
  const author = record && authorOf(record, replyId)
  if (!record || author === null) return refuse('annotations/unknown')
  if (author !== viewer.id) return refuse('annotations/not-yours')
  const publication = { state: 'withdrawn', since: parts.clock.now().toISOString() } as const
  if (replyId !== null) await parts.annotations.withdrawReply(record, replyId, publication)
  else if (await parts.annotations.withdraw(record, publication))
    parts.events.emit('annotations/count-changed', { documentId: record.documentId })
  return announced(parts, record, viewer)
}

function authorOf(record: AnnotationRecord, replyId: WithdrawContribution['replyId']): UserId | null {
  if (replyId === null) return record.authorId
  return record.replies.find(({ _id }) => _id === replyId)?.authorId ?? null
}
