import { AnnotationId } from '@randnotiz/contract/kit/ids'

/** The annotation that an address leads to, `#anmerkung-<id>`; null for any other. */
export function annotationIdOfHash(hash: string): AnnotationId | null {
  const found = /^#anmerkung-(\w+)$/.exec(hash)?.[1]
  const parsed = AnnotationId.safeParse(found)
  return parsed.success ? parsed.data : null
}
