import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { useTranslation } from 'react-i18next'
import { activeIdOf } from '../activity.js'
import { useAnnotatingContext } from '../annotating.js'
import type { PlacedAnnotation } from '../margin/margin-order.js'
import { noteElementId } from '../margin/show-in-page.js'
import { Byline } from './byline.js'
import { KindMark } from './kind-mark.js'
import { PlaceNotice } from './place-notice.js'
import { Replies } from './replies.js'
import { WordingChange } from './wording-change.js'

type NoteProps = PlacedAnnotation & {
  /** `margin` is the one that links lead to; `sheet` a second view of the same. */
  where: 'margin' | 'sheet'
}

/** One annotation as everybody sees it. */
export function Note({ annotation, place, where }: NoteProps) {
  const { t } = useTranslation('annotations')
  const { activity, look, wide } = useAnnotatingContext()
  const { kind, author, createdAt, body, replacement, target } = annotation
  const isActive = activeIdOf(activity) === annotation.id
  const inMargin = where === 'margin'
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click anywhere is an extra; the button at the quote is for keys.
    <article
      {...(inMargin ? { id: noteElementId(annotation.id) } : {})}
      className="note"
      data-kind={kind}
      data-active={isActive || undefined}
      tabIndex={-1}
      aria-label={t('card.label', { kind: t(`kind.${kind}`), author: author.pseudonym })}
      onClick={() => !isActive && wide && look([annotation.id], 'list')}
    >
      <KindMark kind={kind} />
      {target.kind === 'passage' && <Quote annotation={annotation} place={place} where={where} />}
      <PlaceNotice place={place} isActive={isActive} />
      <p className="note__body">{body}</p>
      {replacement !== null && target.kind === 'passage' && (
        <WordingChange before={target.quote.exact} after={replacement} />
      )}
      <Byline author={author} createdAt={createdAt} />
      <Replies annotation={annotation} />
    </article>
  )
}

/** The quoted words, which lead to where they stand; of a wording they are told as what is to be changed. */
function Quote({ annotation, place, where }: NoteProps & { annotation: Annotation }) {
  const { t } = useTranslation('annotations')
  const { text, showPassage } = useAnnotatingContext()
  if (annotation.target.kind !== 'passage') return null
  const { exact } = annotation.target.quote
  const leadsThere = text !== null && place.type === 'attached' && where === 'margin'
  return (
    <blockquote className="note__quote">
      {leadsThere ? (
        <button type="button" className="note__jump" onClick={() => showPassage(annotation.id)}>
          <span className="visually-hidden">{t('card.toPassage')}: </span>
          <span className="note__words">{exact}</span>
        </button>
      ) : (
        <p className="note__words">{exact}</p>
      )}
    </blockquote>
  )
}
