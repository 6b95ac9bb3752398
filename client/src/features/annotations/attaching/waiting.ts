/**
 * What somebody of the staff is deciding about the place of one annotation.
 *
 *   choosing ── decided ──▶ sending ── refused ──▶ choosing, with what the server said
 *                              └── accepted ──▶ over
 *
 * A passage can be chosen anew as often as one likes; nothing is sent before a button is pressed.
 */
import type { AttachAnnotation } from '@randnotiz/contract/annotations/commands'
import type { PassageClaim } from '@randnotiz/contract/annotations/target'
import type { AnnotationId } from '@randnotiz/contract/kit/ids'
import type { Refusal } from '@randnotiz/contract/kit/refusals'

export type Waiting = {
  annotationId: AnnotationId
  /** `attached` waits for a passage; the others need none from the person. */
  decision: AttachAnnotation['decision']
  passage: PassageClaim | null
  reason: string
  step:
    | { type: 'choosing' }
    | { type: 'sending' }
    /** `command` is what was said: without an answer it may have been done, and is said again under its own id. */
    | { type: 'refused'; refusal: Refusal; command: AttachAnnotation | null }
}

export function waitingFor(annotationId: AnnotationId, decision: Waiting['decision']): Waiting {
  return { annotationId, decision, passage: null, reason: '', step: { type: 'choosing' } }
}

/** With another passage, or another reason: what the server said before was about something else. */
export function revised(waiting: Waiting, change: Partial<Pick<Waiting, 'passage' | 'reason'>>): Waiting {
  if (waiting.step.type === 'sending') return waiting
  return { ...waiting, ...change, step: { type: 'choosing' } }
}

/** What to say again as it was, since nobody knows whether it was heard. */
export function unanswered({ step }: Waiting): AttachAnnotation | null {
  return step.type === 'refused' && step.refusal.code === 'server/unavailable' ? step.command : null
}

export function isComplete({ decision, passage, step }: Waiting): boolean {
  return step.type !== 'sending' && (decision === 'detached' || passage !== null)
}
