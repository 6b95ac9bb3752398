import type { AnnotationKind } from '@randnotiz/contract/annotations/kind'

/** What the form asks beside what a contribution says: why, and what instead. */
export type GuidedField = 'reason' | 'instead'

/**
 * Only what fits the kind is asked, and nothing of it has to be answered. A question has no reason to give, a benefit is
 * to stay; a wording says what instead by its replacement, and why in its body.
 */
export const guidedFields: Readonly<Record<AnnotationKind, readonly GuidedField[]>> = {
  stakeholder: ['reason'],
  alternative: ['reason', 'instead'],
  cooperation: ['reason'],
  risk: ['reason', 'instead'],
  benefit: ['reason'],
  idea: ['reason', 'instead'],
  question: [],
  wording: [],
}

export function asks(kind: AnnotationKind, field: GuidedField): boolean {
  return guidedFields[kind].includes(field)
}
