import { listOwnContributions } from '@randnotiz/contract/annotations/endpoints'
import type { AnnotationId } from '@randnotiz/contract/kit/ids'
import { ask } from '../../../platform/question.js'

/** What the viewer has written; `before` asks for older ones. */
export const ownContributionsQuestion = (before: AnnotationId | undefined) =>
  ask(listOwnContributions, { query: before === undefined ? {} : { before } })
