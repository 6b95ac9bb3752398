import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Blacken, Blackening } from '@randnotiz/contract/answers/exports/blackening'
import type { AnnotationId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { excerptOf } from '@randnotiz/domain/answers/excerpt'
import type { ExportParts } from '../parts.js'
import { askExporter } from './ask-exporter.js'

/** Says which words of a contribution are black for everybody else. Refused for words that somebody has not seen. */
export async function blackenWords(
  parts: ExportParts,
  { annotationId, edition, pieces }: Blacken & { annotationId: AnnotationId },
  viewer: Viewer,
): Promise<Result<Blackening>> {
  const person = askExporter(viewer)
  if (!person.ok) return person
  const contribution = await parts.annotations.contribution(annotationId)
  if (contribution === null) return refuse('annotations/unknown')
  if (contribution.edition !== edition) return refuse('answers/contribution-changed')
  if (excerptOf(contribution, pieces) === null) return refuse('request/invalid', { field: 'pieces' })
  const blackening = await parts.blackenings.put(annotationId, { edition, pieces }, parts.clock.now())
  await parts.annotations.desk.announceAnew([annotationId])
  return accept(blackening)
}
