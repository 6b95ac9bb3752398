import { z } from 'zod'
import { Nothing } from '../kit/endpoint.js'
import { AnnotationId, ProcessId } from '../kit/ids.js'
import { announcement, command } from '../kit/message.js'

/** For staff: hear of every change at the desk of a process. */
export const followAnswers = command('answers:follow', {
  payload: z.object({ processId: ProcessId }),
  reply: Nothing,
})

/** Something was done about these contributions; whoever shows them asks again. */
export const answersChanged = announcement(
  'answers:changed',
  z.object({ processId: ProcessId, annotationIds: z.array(AnnotationId) }),
)
