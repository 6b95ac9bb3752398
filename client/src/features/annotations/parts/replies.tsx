import { personIdOf } from '@randnotiz/domain/accounts/person'
import { Button } from '@randnotiz/ui/button'
import { useTranslation } from 'react-i18next'
import { ReportLink } from '../moderation/report-link.js'
import { OwnReplyActions } from '../own/own-reply-actions.js'
import { Byline } from './byline.js'
import type { NoteCardProps } from './note-card.js'
import { OwnState } from './own-state.js'
import { PublicationNotice } from './publication-notice.js'
import { ReplyForm } from './reply-form.js'
import { SourceLine } from './source-line.js'

/** The replies to an annotation, one level, oldest first; and the viewer's own that are on their way. */
export function Replies({ annotation, ownReplies, mayReply, actions, alive, viewer }: NoteCardProps) {
  const viewerId = alive ? personIdOf(viewer) : null
  const { t } = useTranslation('annotations')
  const draft = ownReplies.find(({ state }) => state.type === 'draft')
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
              <PublicationNotice publication={reply.publication} readable={reply.body !== null} />
              {reply.body !== null && (
                <>
                  <p className="note__body">{reply.body}</p>
                  <Byline author={reply.author} createdAt={reply.createdAt} editedAt={null} />
                  {reply.publication.state === 'published' && (
                    <ReportLink
                      annotationId={annotation.id}
                      replyId={reply.id}
                      author={reply.author.pseudonym}
                    />
                  )}
                  <SourceLine source={reply.source} />
                  {reply.author.id === viewerId && reply.publication.state !== 'withdrawn' && (
                    <OwnReplyActions annotation={annotation} replyId={reply.id} />
                  )}
                </>
              )}
            </li>
          ))}
        </ol>
      )}
      {ownReplies
        .filter(contribution => contribution !== draft)
        .map(contribution => (
          <div key={contribution.commandId} className="replies__reply">
            <p className="note__body">{contribution.words.body}</p>
            <OwnState contribution={contribution} />
          </div>
        ))}
      {draft && <ReplyForm draft={draft} />}
      {!draft && mayReply && (
        <Button look="quiet" size="small" onClick={() => actions.reply(annotation.id)}>
          {t('reply.write')}
        </Button>
      )}
    </div>
  )
}
