import { createHash } from 'node:crypto'
import { AnnotationId, CommandId, type DocumentId } from '@randnotiz/contract/kit/ids'

const digest = (name: string) => createHash('sha256').update(name).digest('hex')

/** The same source in the same document has the same key, in whichever way it comes. */
export const sourceKeyOf = (documentId: DocumentId, sourceId: string) => digest(`${documentId}\n${sourceId}`)

/** The command that an import would have been, made from what it imports: shaped like a version 8 UUID (RFC 9562). */
export function importCommandId(name: string): CommandId {
  const hex = digest(`import ${name}`)
  return CommandId.parse(
    `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`,
  )
}

/** Our own contribution, of which an export came back; its id stands in its address on whatever site. */
export function ownIdIn(sourceId: string): AnnotationId | null {
  const match = /\/api\/open\/v1\/annotations\/([0-9a-f]{24})$/.exec(sourceId)
  return match ? AnnotationId.parse(match[1]) : null
}
