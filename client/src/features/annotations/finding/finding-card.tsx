import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Finding } from '@randnotiz/contract/annotations/finding'
import { Card } from '@randnotiz/ui/card'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLocalized } from '../../../platform/i18n/use-language.js'
import { AnswerView } from '../../answers/public/answer-view.js'
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

export type FindingCardProps = { finding: Finding; viewer: Viewer; maySupport: boolean }

/** One contribution in a list, with where it belongs and the way there. */
export function FindingCard({ finding, viewer, maySupport }: FindingCardProps) {
  const { t } = useTranslation('annotations')
  const { annotation } = finding
  const { author, body, createdAt, kind, publication, replacement, replies, source, target } = annotation
  const replied = replies.filter(reply => reply.body !== null).length
  return (
    <Card as="article" className="finding" data-kind={kind} aria-label={t(`kind.${kind}`)}>
      <Whereabouts finding={finding} />
      <KindMark kind={kind} />
      {target.kind === 'passage' && <blockquote className="finding__quote">{target.quote.exact}</blockquote>}
      <PlaceStatusLine
        status={placeStatus(placeByServer(annotation))}
        attachment={annotation.attachment}
        mayDecide={false}
      />
      <PublicationNotice publication={publication} readable={body !== null} />
      <Said {...annotation} />
      {replacement !== null && target.kind === 'passage' && (
        <WordingChange before={target.quote.exact} after={replacement} />
      )}
      {body !== null && <Byline author={author} createdAt={createdAt} />}
      <SourceLine source={source} />
      <AnswerView annotation={annotation} slug={finding.document.slug} />
      <WorkshopLine annotation={annotation} />
      <SupportLine annotation={annotation} viewer={viewer} maySupport={maySupport} />
      <Link className="finding__way" to={`/texte/${finding.document.slug}#${noteElementId(annotation.id)}`}>
        {replied > 0 ? t('finding.toPassageWithReplies', { count: replied }) : t('finding.toPassage')}
      </Link>
    </Card>
  )
}

function Whereabouts({ finding: { document, chapter } }: Pick<FindingCardProps, 'finding'>) {
  const localized = useLocalized()
  return (
    <p className="finding__whereabouts">
      <Link to={`/texte/${document.slug}`}>{localized(document.title)}</Link>
      {chapter && (
        <>
          {' › '}
          <Link to={`/texte/${document.slug}#${chapter.blockId}`}>{chapter.text}</Link>
        </>
      )}
    </p>
  )
}
