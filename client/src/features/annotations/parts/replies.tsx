import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { Button } from '@randnotiz/ui/button'
import { useTranslation } from 'react-i18next'
import { mayReply, useAnnotatingContext } from '../annotating.js'
import { Byline } from './byline.js'
import { OwnState } from './own-state.js'
import { ReplyForm } from './reply-form.js'

/** The replies to an annotation, one level, oldest first; and the viewer's own that are on their way. */
export function Replies({ annotation }: { annotation: Annotation }) {
  const { t } = useTranslation('annotations')
  const annotating = useAnnotatingContext()
  const { desk } = annotating
  const own = desk.contributions.filter(
    ({ words }) => words.type === 'reply' && words.annotationId === annotation.id,
  )
  const draft = own.find(({ state }) => state.type === 'draft')
  return (
    <div className="replies">
      {annotation.replies.length > 0 && (
        <p className="replies__count" aria-hidden="true">
          {t('reply.count', { count: annotation.replies.length })}
        </p>
      )}
      {annotation.replies.length > 0 && (
        <ol className="replies__list">
          {annotation.replies.map(reply => (
            <li
              key={reply.id}
              className="replies__reply"
              aria-label={t('reply.label', { author: reply.author.pseudonym })}
            >
              <p className="note__body">{reply.body}</p>
              <Byline author={reply.author} createdAt={reply.createdAt} />
            </li>
          ))}
        </ol>
      )}
      {own
        .filter(contribution => contribution !== draft)
        .map(contribution => (
          <div key={contribution.commandId} className="replies__reply">
            <p className="note__body">{contribution.words.body}</p>
            <OwnState contribution={contribution} />
          </div>
        ))}
      {draft && <ReplyForm draft={draft} />}
      {!draft && mayReply(annotating) && (
        <Button
          look="quiet"
          size="small"
          onClick={() => desk.start({ type: 'reply', annotationId: annotation.id, body: '' })}
        >
          {t('reply.write')}
        </Button>
      )}
    </div>
  )
}
