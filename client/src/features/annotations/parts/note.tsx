import { personIdOf } from '@randnotiz/domain/accounts/person'
import { memo } from 'react'
import { mayDecide, mayReply, useNoteSurroundings } from '../annotating.js'
import type { PlacedAnnotation } from '../margin/margin-order.js'
import { NoteCard } from './note-card.js'
import { placeStatus } from './place-status.js'

type NoteProps = PlacedAnnotation & {
  /** `margin` is the one that links lead to; `sheet` a second view of the same. */
  where: 'margin' | 'sheet'
}

/** Picks from the margin what concerns one annotation, so that its card is drawn anew only when that changes. */
export const Note = memo(function Note({ annotation, place, where }: NoteProps) {
  const surroundings = useNoteSurroundings()
  const { activeId, alive, desk, isLive, noteActions, permissions, slug, viewer, wide } = surroundings
  const decides = mayDecide(surroundings)
  const leads = place.type === 'attached' || (place.type === 'suggested' && decides)
  const replies = mayReply(surroundings)
  const isActive = activeId === annotation.id
  return (
    <NoteCard
      annotation={annotation}
      status={placeStatus(place)}
      where={where}
      isActive={isActive}
      leadsThere={isLive && leads && where === 'margin'}
      mayDecide={decides}
      atHand={isActive || !wide}
      isOwn={alive && personIdOf(viewer) === annotation.author.id}
      mayEdit={permissions.annotate}
      mayAccept={alive && permissions.edit}
      slug={slug}
      mayReply={replies}
      maySupport={replies}
      viewer={viewer}
      alive={alive}
      ownReplies={desk.repliesTo(annotation.id)}
      actions={noteActions}
    />
  )
}, isSameNote)

/** Where exactly it stands is for whoever places and paints it. */
function isSameNote(before: NoteProps, after: NoteProps): boolean {
  return (
    before.annotation === after.annotation &&
    before.where === after.where &&
    placeStatus(before.place) === placeStatus(after.place)
  )
}
