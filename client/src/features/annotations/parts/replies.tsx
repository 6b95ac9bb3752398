import { personIdOf } from '@randnotiz/domain/accounts/person'
import { mayNotEditReply } from '@randnotiz/domain/annotations/editing'
import { Button } from '@randnotiz/ui/button'
import { useTranslation } from 'react-i18next'
import { ReportLink } from '../moderation/report-link.js'
import { OwnActions } from '../own/own-actions.js'
import { EarlierReplyWordings } from '../wordings/earlier-wordings.js'
import { Byline } from './byline.js'
import type { NoteCardProps } from './note-card.js'
import { OwnState } from './own-state.js'
import { PublicationNotice } from './publication-notice.js'
import { ReplyForm } from './reply-form.js'
import { SourceLine } from './source-line.js'

/** The replies to an annotation, one level, oldest first; and the viewer's own that are on their way. */
export function Replies(props: NoteCardProps) {
  const { annotation, ownReplies, mayReply, mayDecide, actions, alive, viewer } = props
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
          {annotation.replies.map((reply, at) => (
            <li
              key={reply.id}
              className="replies__reply"
              aria-label={t('reply.label', { author: reply.author.pseudonym })}
            >
              <PublicationNotice publication={reply.publication} readable={reply.body !== null} />
              {reply.body !== null && (
                <>
                  <p className="note__body">{reply.body}</p>
                  <Byline author={reply.author} createdAt={reply.createdAt} editedAt={reply.editedAt} />
                  {reply.publication.state === 'published' && (
                    <ReportLink
                      annotationId={annotation.id}
                      replyId={reply.id}
                      author={reply.author.pseudonym}
                    />
                  )}
                  <SourceLine source={reply.source} />
                  {mayDecide && reply.edition > 1 && (
                    <EarlierReplyWordings annotationId={annotation.id} reply={reply} />
                  )}
                  {reply.author.id === viewerId && (
                    <OwnActions
                      annotation={annotation}
                      reply={reply}
                      editable={mayReply && isEditable(annotation, at)}
                    />
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
      {!draft && mayReply && annotation.body !== null && (
        <Button look="quiet" size="small" onClick={() => actions.reply(annotation.id)}>
          {t('reply.write')}
        </Button>
      )}
    </div>
  )
}

function isEditable({ replies }: NoteCardProps['annotation'], at: number): boolean {
  const reply = replies[at]
  if (reply === undefined) return false
  return mayNotEditReply({ ...reply, authorId: reply.author.id, later: replies.slice(at + 1) }) === null
}
