import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { annotationChanged } from '@randnotiz/contract/annotations/messages'
import type { DocumentId, UserId } from '@randnotiz/contract/kit/ids'
import { publicSight, type Sight } from '@randnotiz/domain/annotations/moderation/sight'
import type { Realtime } from '../../platform/realtime/realtime.js'
import type { AnnotationRecord } from './storage/record.js'
import type { ViewAnnotations } from './view.js'

/** Everybody who follows the annotations of a document. */
export const annotationsRoom = (documentId: DocumentId) => `annotations:${documentId}`

/** Those among them who get to see more than everybody; null for the others. */
export function sightRoom(documentId: DocumentId, sight: Sight): string | null {
  if (sight.kind === 'public') return null
  const whose = sight.kind === 'moderator' ? 'moderators' : sight.id
  return `${annotationsRoom(documentId)}:${whose}`
}

/** A change of a document's feed: its number, and the annotation as it stands. */
export type Change = { seq: number; record: AnnotationRecord }
export type AnnounceChanges = (documentId: DocumentId, changes: readonly Change[]) => Promise<void>

type Parts = { realtime: Pick<Realtime, 'announce'>; view: ViewAnnotations }

/** Tells each connection a change once, with the words that its person may read. */
export function announceChanges({ realtime, view }: Parts): AnnounceChanges {
  return async (documentId, changes) => {
    const forEverybody = await view(
      changes.map(({ record }) => record),
      publicSight,
    )
    for (const [position, { seq, record }] of changes.entries()) {
      const seenByAll = forEverybody[position]
      if (!seenByAll) continue
      const special = sightsOf(record, seenByAll)
      const rooms = special.flatMap(sight => sightRoom(documentId, sight) ?? [])
      const all = { documentId, seq, annotation: seenByAll }
      realtime.announce(annotationChanged, annotationsRoom(documentId), all, rooms)
      for (const sight of special) {
        const [annotation] = await view([record], sight)
        const room = sightRoom(documentId, sight)
        if (annotation && room) realtime.announce(annotationChanged, room, { documentId, seq, annotation })
      }
    }
  }
}

/** Who sees something in this record that others do not: its moderators, and the authors of what is withheld or black. */
function sightsOf(record: AnnotationRecord, { blackened }: Annotation): Sight[] {
  const withheld = [record, ...record.replies].filter(({ publication }) => publication.state !== 'published')
  const authors = new Set<UserId>(withheld.map(({ authorId }) => authorId))
  if (blackened !== 'nothing') authors.add(record.authorId)
  if (authors.size === 0) return []
  return [{ kind: 'moderator' }, ...[...authors].map((id): Sight => ({ kind: 'person', id }))]
}
