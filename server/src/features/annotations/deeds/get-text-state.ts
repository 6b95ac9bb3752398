import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { TextRange } from '@randnotiz/contract/annotations/target'
import type { Difference, QuotedThere, TextStatePage } from '@randnotiz/contract/annotations/text-state'
import type { AnnotationId, DocumentId, TextStateId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { may } from '@randnotiz/domain/accounts/permissions'
import { sightOf } from '@randnotiz/domain/annotations/moderation/sight'
import { linesAround } from '@randnotiz/domain/documents/lines-around'
import { wordDifference } from '@randnotiz/domain/documents/word-difference'
import type { DeedParts } from './parts.js'

type StateAddress = { documentId: DocumentId; textStateId: TextStateId }

/**
 * A text as it stood when somebody annotated it. Everybody may read what was public then or is by now; the live text
 * behind a release is for staff.
 */
export async function getTextState(
  parts: DeedParts,
  { documentId, textStateId }: StateAddress,
  { annotationId, viewer }: { annotationId: AnnotationId | null; viewer: Viewer },
): Promise<Result<TextStatePage>> {
  const [state, today] = await Promise.all([
    parts.textStates.byId(documentId, textStateId),
    parts.readableText(documentId, viewer),
  ])
  if (today === null) return refuse('documents/unknown')
  if (state === null) return refuse('annotations/unknown-text-state')
  if (!(await parts.textStates.isPublic(state)) && may(viewer, 'document:see-drafts') !== null)
    return refuse('publishing/not-yet-public')
  const annotation = annotationId && (await readAnnotation(parts, annotationId, viewer))
  const range = annotation && rangeThere(annotation, textStateId)
  const quoted: QuotedThere | null =
    annotation && range ? { annotation, range, difference: difference(state.text, today, range) } : null
  const { text, createdAt: keptAt } = state
  return accept({ id: textStateId, documentId, text, keptAt, quoted })
}

async function readAnnotation(
  parts: DeedParts,
  id: AnnotationId,
  viewer: Viewer,
): Promise<Annotation | null> {
  const [annotation] = await parts.view(await parts.annotations.byIds([id]), sightOf(viewer))
  return annotation ?? null
}

/** The passage an annotation was made on, or was put at by staff, when it is one of that state. */
function rangeThere({ target, attachment }: Annotation, textStateId: TextStateId): TextRange | null {
  if (target.kind === 'passage' && target.textStateId === textStateId) return target.range
  if (attachment === null || attachment.decision === 'detached') return null
  return attachment.anchor.textStateId === textStateId ? attachment.anchor.range : null
}

function difference(then: string, now: string, range: TextRange): Difference {
  const lines = linesAround(then, now, range)
  if (lines === null) return { kind: 'unclear' }
  if (lines.before === lines.after) return { kind: 'none' }
  return { kind: 'changed', parts: wordDifference(lines.before, lines.after) }
}
