import type { Target } from '@randnotiz/contract/annotations/target'

/** The target of an annotation that stands at a passage, not at the whole text. */
export type PassageTarget = Extract<Target, { kind: 'passage' }>
