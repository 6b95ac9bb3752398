import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { OwnContribution as Own } from '@randnotiz/contract/annotations/own-contributions'
import type { UserId } from '@randnotiz/contract/kit/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../../platform/i18n/use-language.js'
import { AnswerView } from '../../answers/public/answer-view.js'
import { ProposalOutcome } from '../accepting/proposal-outcome.js'
import { Byline } from '../parts/byline.js'
import { KindMark } from '../parts/kind-mark.js'
import { PublicationNotice } from '../parts/publication-notice.js'
import { Said } from '../parts/said.js'
import { WordingChange } from '../parts/wording-change.js'
import { OwnActions } from './own-actions.js'
import '../parts/note.css'
import '../parts/writing.css'
import './own.css'

type Props = { own: Own; viewerId: UserId }

/** One contribution as its author finds it again: where, what, and what became of it. */
export function OwnContribution({ own, viewerId }: Props) {
  const { t } = useTranslation('annotations')
  const language = useLanguage()
  const [annotation, setAnnotation] = useState(own.annotation)
  const { id, kind, target, replacement, publication, body } = annotation
  const isOwn = own.annotation.author.id === viewerId
  return (
    <article className="own-list__item note" data-kind={kind} aria-label={t(`kind.${kind}`)}>
      <div className="own-list__where">
        <KindMark kind={kind} />
        <a href={`/texte/${own.document.slug}#anmerkung-${id}`}>{own.document.title[language]}</a>
      </div>
      {!isOwn && <p className="note__place">{t('mine.repliedTo')}</p>}
      {target.kind === 'passage' ? (
        <blockquote className="note__quote">
          <p className="note__words">{target.quote.exact}</p>
        </blockquote>
      ) : (
        <p className="note__place">{t('form.wholeText')}</p>
      )}
      <PublicationNotice publication={publication} readable={body !== null} />
      <Said {...annotation} />
      {replacement !== null && target.kind === 'passage' && (
        <WordingChange before={target.quote.exact} after={replacement} context={60} />
      )}
      {body !== null && <Byline {...annotation} />}
      <Fate own={own} annotation={annotation} viewerId={viewerId} onDone={setAnnotation} />
      {isOwn && <OwnActions annotation={annotation} editable={own.editable} onDone={setAnnotation} />}
    </article>
  )
}

type FateProps = {
  own: Own
  annotation: Annotation
  viewerId: UserId
  onDone(annotation: Annotation): void
}

/** What became of it: the text was changed, the city has answered, or it waits. */
function Fate({ own, annotation, viewerId, onDone }: FateProps) {
  const { t } = useTranslation('annotations')
  const { slug } = own.document
  const { replies, proposal, publication } = annotation
  if (publication.state === 'withdrawn') return null
  const isReplied = replies.some(({ author, body }) => author.staff && body !== null)
  const isDecided = annotation.answer !== null || proposal?.status === 'accepted'
  return (
    <>
      {!isDecided && <p className="own-list__fate">{t(isReplied ? 'mine.answered' : 'mine.waiting')}</p>}
      <ProposalOutcome proposal={proposal} id={annotation.id} slug={slug} />
      <AnswerView annotation={annotation} slug={slug} />
      {replies.map(
        reply =>
          reply.body !== null && (
            <div key={reply.id} className="replies__reply">
              <PublicationNotice publication={reply.publication} readable={true} />
              <p className="note__body">{reply.body}</p>
              <Byline {...reply} />
              {reply.author.id === viewerId && (
                <OwnActions
                  annotation={annotation}
                  reply={reply}
                  editable={own.editableReplies.includes(reply.id)}
                  onDone={onDone}
                />
              )}
            </div>
          ),
      )}
    </>
  )
}
