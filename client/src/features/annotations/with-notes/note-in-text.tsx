import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useViewer } from '../../../platform/viewer.js'
import { ProposalOutcome } from '../accepting/proposal-outcome.js'
import { noteElementId } from '../margin/show-in-page.js'
import { placeByServer } from '../painting/place-by-server.js'
import { Byline } from '../parts/byline.js'
import { KindMark } from '../parts/kind-mark.js'
import { placeStatus } from '../parts/place-status.js'
import { PlaceStatusLine } from '../parts/place-status-line.js'
import { PublicationNotice } from '../parts/publication-notice.js'
import { Said } from '../parts/said.js'
import { SourceLine } from '../parts/source-line.js'
import { WordingChange } from '../parts/wording-change.js'
import { WorkshopLine } from '../parts/workshop-line.js'
import { SupportLine } from '../support/support-line.js'

/** A contribution with its replies as it stands in a text that is read from top to bottom. */
export function NoteInText({ annotation, slug }: { annotation: Annotation; slug: string }) {
  const { t } = useTranslation('annotations')
  const viewer = useViewer()
  const { author, body, createdAt, editedAt, id, kind, publication, replacement, target } = annotation
  const name = t('card.label', { kind: t(`kind.${kind}`), author: author.pseudonym })
  return (
    <article
      id={noteElementId(id)}
      className="with-notes__note"
      data-kind={kind}
      aria-label={body === null ? t(`kind.${kind}`) : name}
    >
      <KindMark kind={kind} />
      {target.kind === 'passage' && (
        <blockquote className="with-notes__quote">{target.quote.exact}</blockquote>
      )}
      {annotation.resolution.status !== 'exact' && (
        <PlaceStatusLine
          status={placeStatus(placeByServer(annotation))}
          attachment={annotation.attachment}
          mayDecide={false}
        />
      )}
      <PublicationNotice publication={publication} readable={body !== null} />
      <Said {...annotation} />
      {replacement !== null && target.kind === 'passage' && (
        <WordingChange before={target.quote.exact} after={replacement} />
      )}
      <ProposalOutcome proposal={annotation.proposal} id={id} slug={slug} />
      {body !== null && <Byline author={author} createdAt={createdAt} editedAt={editedAt} />}
      <SourceLine source={annotation.source} />
      <WorkshopLine annotation={annotation} />
      <SupportLine annotation={annotation} viewer={viewer} maySupport={false} />
      <RepliesInText annotation={annotation} />
      <Link
        className="with-notes__way"
        to={`/texte/${slug}#${noteElementId(id)}`}
        aria-label={t('withNotes.takePartOn', { name })}
      >
        {t('withNotes.takePart')}
      </Link>
    </article>
  )
}

function RepliesInText({ annotation }: { annotation: Annotation }) {
  const { t } = useTranslation('annotations')
  if (annotation.replies.length === 0) return null
  return (
    <ol className="with-notes__replies" aria-label={t('reply.count', { count: annotation.replies.length })}>
      {annotation.replies.map(({ author, body, createdAt, editedAt, id, publication, source }) => (
        <li key={id}>
          <PublicationNotice publication={publication} readable={body !== null} />
          {body !== null && (
            <>
              <p className="note__body">{body}</p>
              <Byline author={author} createdAt={createdAt} editedAt={editedAt} />
              <SourceLine source={source} />
            </>
          )}
        </li>
      ))}
    </ol>
  )
}
