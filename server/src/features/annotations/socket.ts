import {
  createAnnotation,
  followAnnotations,
  replyToAnnotation,
  unfollowAnnotations,
} from '@randnotiz/contract/annotations/messages'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { accept } from '@randnotiz/contract/kit/result'
import type { Realtime } from '../../platform/realtime/realtime.js'
import { createAnnotation as create } from './deeds/create-annotation.js'
import { listAnnotations as list } from './deeds/list-annotations.js'
import type { DeedParts } from './deeds/parts.js'
import { replyToAnnotation as reply } from './deeds/reply-to-annotation.js'

/** Everybody who follows the annotations of a document. */
export const annotationsRoom = (documentId: DocumentId) => `annotations:${documentId}`

const writing = { limit: 'writing' } as const

export function handleAnnotationCommands(realtime: Realtime, parts: DeedParts): void {
  realtime.handle(createAnnotation, (command, { viewer }) => create(parts, command, viewer), writing)
  realtime.handle(replyToAnnotation, (command, { viewer }) => reply(parts, command, viewer), writing)
  realtime.handle(followAnnotations, async ({ documentId, since }, caller) => {
    // Entered before the page is read, so that no change falls between the two.
    await caller.enter(annotationsRoom(documentId))
    const page = await list(parts, documentId, since)
    if (!page.ok) await caller.leave(annotationsRoom(documentId))
    return page
  })
  realtime.handle(unfollowAnnotations, async ({ documentId }, caller) => {
    await caller.leave(annotationsRoom(documentId))
    return accept(null)
  })
}
