import { personIdOf } from '@randnotiz/domain/accounts/person'
import { activeIdOf } from '../activity.js'
import { mayDecide, mayReply, useAnnotatingContext } from '../annotating.js'
import type { PlacedAnnotation } from '../margin/margin-order.js'
import { NoteCard } from './note-card.js'
import { placeStatus } from './place-status.js'

type NoteProps = PlacedAnnotation & {
  /** `margin` is the one that links lead to; `sheet` a second view of the same. */
  where: 'margin' | 'sheet'
}

/** Picks from the margin what concerns one annotation, so that its card is drawn anew only when that changes. */
export function Note({ annotation, place, where }: NoteProps) {
  const annotating = useAnnotatingContext()
  const { activity, desk, noteActions, slug, text, viewer } = annotating
  const decides = mayDecide(annotating)
  const leads = place.type === 'attached' || (place.type === 'suggested' && decides)
  return (
    <NoteCard
      annotation={annotation}
      status={placeStatus(place)}
      where={where}
      isActive={activeIdOf(activity) === annotation.id}
      leadsThere={text !== null && leads && where === 'margin'}
      mayDecide={decides}
      atHand={activeIdOf(activity) === annotation.id || !annotating.wide}
      isOwn={annotating.alive && personIdOf(viewer) === annotation.author.id}
      mayEdit={annotating.permissions.annotate}
      mayAccept={annotating.alive && annotating.permissions.edit}
      slug={slug}
      mayReply={mayReply(annotating)}
      maySupport={mayReply(annotating)}
      viewer={annotating.viewer}
      alive={annotating.alive}
      ownReplies={desk.repliesTo(annotation.id)}
      actions={noteActions}
    />
  )
}
