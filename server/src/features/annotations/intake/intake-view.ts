import type { IntakeItem, IntakePoint } from '@randnotiz/contract/annotations/intake'
import type { AnnotationRecord } from '../storage/record.js'
import { type IntakeRecord, numberOf } from './intake-store.js'
import type { IntakeParts } from './parts.js'

/** How items leave: with their points, for staff alone. */
export async function viewIntake(
  { annotations }: IntakeParts,
  records: readonly IntakeRecord[],
): Promise<IntakeItem[]> {
  const points = await annotations.ofIntake(records.map(({ _id }) => _id))
  return records.map(record => ({
    id: record._id,
    number: numberOf(record),
    channel: record.channel,
    receivedOn: record.receivedOn,
    sender: record.sender,
    named: record.named,
    note: record.note,
    scan: record.scan,
    registeredAt: record.registeredAt,
    points: points.filter(({ received }) => received?.itemId === record._id).map(pointOf),
  }))
}

function pointOf(record: AnnotationRecord): IntakePoint {
  const { _id: annotationId, documentId, kind, body: words, target, edition } = record
  const { reason, instead, replacement } = record
  const quote = target.kind === 'passage' ? target.quote.exact : null
  return { annotationId, documentId, kind, words, quote, more: { reason, instead, replacement }, edition }
}
