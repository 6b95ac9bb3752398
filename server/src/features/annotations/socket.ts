import {
  acceptProposal,
  attachAnnotation,
  createAnnotation,
  followAnnotations,
  replyToAnnotation,
  supportAnnotation,
  unfollowAnnotations,
} from '@randnotiz/contract/annotations/messages'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { accept } from '@randnotiz/contract/kit/result'
import { sightOf } from '@randnotiz/domain/annotations/moderation/sight'
import type { Caller } from '../../platform/realtime/deed.js'
import type { Realtime } from '../../platform/realtime/realtime.js'
import { annotationsRoom, sightRoom } from './announce-changes.js'
import { acceptProposal as acceptOne } from './deeds/accept-proposal.js'
import { attachAnnotation as attach } from './deeds/attach-annotation.js'
import { createAnnotation as create } from './deeds/create-annotation.js'
import { listAnnotations as list } from './deeds/list-annotations.js'
import type { DeedParts } from './deeds/parts.js'
import { replyToAnnotation as reply } from './deeds/reply-to-annotation.js'
import { supportAnnotation as support } from './deeds/support-annotation.js'

const writing = { limit: 'writing' } as const

export function handleAnnotationCommands(realtime: Realtime, parts: DeedParts): void {
  realtime.handle(createAnnotation, (command, { viewer }) => create(parts, command, viewer), writing)
  realtime.handle(replyToAnnotation, (command, { viewer }) => reply(parts, command, viewer), writing)
  realtime.handle(attachAnnotation, (command, { viewer }) => attach(parts, command, viewer), writing)
  realtime.handle(acceptProposal, (command, { viewer }) => acceptOne(parts, command, viewer), writing)
  realtime.handle(supportAnnotation, (command, { viewer }) => support(parts, command, viewer), writing)
  realtime.handle(followAnnotations, async ({ documentId, since }, caller) => {
    const rooms = roomsOf(documentId, caller)
    // Entered before the page is read, so that no change falls between the two.
    for (const room of rooms) await caller.enter(room)
    const page = await list(parts, { documentId, since, viewer: caller.viewer })
    if (!page.ok) for (const room of rooms) await caller.leave(room)
    return page
  })
  realtime.handle(unfollowAnnotations, async ({ documentId }, caller) => {
    for (const room of roomsOf(documentId, caller)) await caller.leave(room)
    return accept(null)
  })
}

/** The special one first: who is in the general one alone hears what everybody may. */
function roomsOf(documentId: DocumentId, { viewer }: Caller): string[] {
  const special = sightRoom(documentId, sightOf(viewer))
  return [...(special === null ? [] : [special]), annotationsRoom(documentId)]
}
