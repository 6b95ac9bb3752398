import type { StepSubject } from '@randnotiz/contract/workshops/agenda'
import { getPassage } from '@randnotiz/contract/workshops/passage'
import { ask } from '../../../platform/question.js'

/** A place in a text as halls show it. */
export const passageQuestion = ({ documentId, blockId, annotationId }: StepSubject) =>
  ask(getPassage, {
    params: { documentId },
    query: {
      ...(blockId === null ? {} : { block: blockId }),
      ...(annotationId === null ? {} : { annotation: annotationId }),
    },
  })
