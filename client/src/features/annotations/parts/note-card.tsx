import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { mayNotEdit } from '@randnotiz/domain/annotations/editing'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { AnswerView } from '../../answers/public/answer-view.js'
import { AcceptProposal } from '../accepting/accept-proposal.js'
import { ProposalOutcome } from '../accepting/proposal-outcome.js'
import type { NoteActions } from '../annotating.js'
import { PlaceDecision } from '../attaching/place-decision.js'
import { ReceivedLine } from '../intake/received-line.js'
import { NoteLink } from '../linking/note-link.js'
import { noteElementId } from '../margin/show-in-page.js'
import { ReportLink } from '../moderation/report-link.js'
import { OwnActions } from '../own/own-actions.js'
import { SupportLine } from '../support/support-line.js'
import { EarlierWordings } from '../wordings/earlier-wordings.js'
import type { Contribution } from '../writing/contribution.js'
import { Byline } from './byline.js'
import { KindMark } from './kind-mark.js'
import { PlaceNotice } from './place-notice.js'
import type { PlaceStatus } from './place-status.js'
import { PublicationNotice } from './publication-notice.js'
import { Replies } from './replies.js'
import { Said } from './said.js'
import { SourceLine } from './source-line.js'
import { WordingChange } from './wording-change.js'
import { WorkshopLine } from './workshop-line.js'

export type NoteCardProps = {
  annotation: Annotation
  status: PlaceStatus
  where: 'margin' | 'sheet'
  isActive: boolean
  /** The quote is a way to its passage. */
  leadsThere: boolean
  mayReply: boolean
  maySupport: boolean
  viewer: Viewer
  /** The page's scripts run. */
  alive: boolean
  /** Say where the annotation belongs. */
  mayDecide: boolean
  /** What can be done with it is offered: beside the text once it is looked at, since it is brief until then. */
  atHand: boolean
  /** The viewer wrote it. */
  isOwn: boolean
  /** Its author may put it in other words, as far as the phase is concerned. */
  mayEdit: boolean
  /** Take its wording into the text. */
  mayAccept: boolean
  /** Of the document's address. */
  slug: string
  /** The viewer's replies that are on their way. */
  ownReplies: readonly Contribution[]
  actions: NoteActions
}

/** One annotation as everybody sees it. There may be hundreds: nothing is drawn that has not changed. */
export const NoteCard = memo(function NoteCard(props: NoteCardProps) {
  const { t } = useTranslation('annotations')
  const { annotation, where, isActive, actions } = props
  const { id, kind, author, createdAt, body, replacement, target, publication } = annotation
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click anywhere is an extra; the button at the quote is for keys.
    <article
      {...(where === 'margin' ? { id: noteElementId(id) } : {})}
      className="note"
      data-kind={kind}
      data-active={isActive || undefined}
      tabIndex={-1}
      aria-label={
        body === null
          ? t(`kind.${kind}`)
          : t('card.label', { kind: t(`kind.${kind}`), author: author.pseudonym })
      }
      onClick={() => !isActive && actions.look(id)}
    >
      <KindMark kind={kind} />
      {target.kind === 'passage' && <Quote {...props} words={target.quote.exact} />}
      <PlaceNotice {...props} />
      <PublicationNotice publication={publication} readable={body !== null} />
      <Said {...annotation} />
      {replacement !== null && target.kind === 'passage' && (
        <WordingChange before={target.quote.exact} after={replacement} />
      )}
      <ProposalOutcome proposal={annotation.proposal} id={id} slug={props.slug} />
      {props.mayAccept && props.atHand && replacement !== null && annotation.proposal?.status === 'open' && (
        <AcceptProposal annotation={annotation} proposed={replacement} />
      )}
      {body !== null && <Byline author={author} createdAt={createdAt} editedAt={annotation.editedAt} />}
      {body !== null && publication.state === 'published' && (
        <ReportLink annotationId={id} author={author.pseudonym} />
      )}
      <ReceivedLine received={annotation.received} />
      <SourceLine source={annotation.source} />
      <WorkshopLine annotation={annotation} />
      <SupportLine {...props} />
      {props.mayDecide && <PlaceDecision {...props} />}
      {props.mayDecide && annotation.edition > 1 && <EarlierWordings annotation={annotation} />}
      {props.isOwn && props.atHand && (
        <OwnActions annotation={annotation} editable={props.mayEdit && mayNotEdit(annotation) === null} />
      )}
      <AnswerView annotation={annotation} slug={props.slug} />
      <Replies {...props} />
      <NoteLink slug={props.slug} id={id} onShow={actions.link} />
    </article>
  )
})

/** The quoted words, which lead to where they stand. */
function Quote({ annotation, leadsThere, actions, words }: NoteCardProps & { words: string }) {
  const { t } = useTranslation('annotations')
  return (
    <blockquote className="note__quote">
      {leadsThere ? (
        <button type="button" className="note__jump" onClick={() => actions.showPassage(annotation.id)}>
          <span className="visually-hidden">{t('card.toPassage')}: </span>
          <span className="note__words">{words}</span>
        </button>
      ) : (
        <p className="note__words">{words}</p>
      )}
    </blockquote>
  )
}
