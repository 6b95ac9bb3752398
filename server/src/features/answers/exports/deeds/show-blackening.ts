import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { getBlackening } from '@randnotiz/contract/answers/exports/endpoints'
import type { EndpointResponse } from '@randnotiz/contract/kit/endpoint'
import type { AnnotationId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { ExportParts } from '../parts.js'
import { askExporter } from './ask-exporter.js'

/** A contribution with the words of it that go into no file. */
export async function showBlackening(
  { annotations, documents, blackenings }: ExportParts,
  annotationId: AnnotationId,
  viewer: Viewer,
): Promise<Result<EndpointResponse<typeof getBlackening>>> {
  const person = askExporter(viewer)
  if (!person.ok) return person
  const annotation = await annotations.contribution(annotationId)
  const document = annotation && (await documents.byId(annotation.target.documentId))
  if (annotation === null || document === null) return refuse('annotations/unknown')
  const { id, slug, kind, number, title } = document
  const blackening = (await blackenings.of([annotationId])).get(annotationId) ?? null
  return accept({ annotation, document: { id, slug, kind, number, title }, blackening })
}
