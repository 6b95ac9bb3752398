import type { QuotedThere, TextStatePage as Stored } from '@randnotiz/contract/annotations/text-state'
import type { DocumentSummary } from '@randnotiz/contract/documents/document'
import { buttonClass } from '@randnotiz/ui/button-class'
import { useTranslation } from 'react-i18next'
import { Link, useParams, useSearchParams } from 'react-router'
import { noteElementId } from '../../features/annotations/margin/show-in-page.js'
import { placeByServer } from '../../features/annotations/painting/place-by-server.js'
import { placeStatus } from '../../features/annotations/parts/place-status.js'
import { PlaceStatusLine } from '../../features/annotations/parts/place-status-line.js'
import { DifferenceView } from '../../features/annotations/text-state/difference-view.js'
import { StoredText } from '../../features/annotations/text-state/stored-text.js'
import { textStateQuestion } from '../../features/annotations/text-state/text-state-question.js'
import { documentQuestion } from '../../features/documents/document-question.js'
import { formatDateTime } from '../../platform/i18n/formats.js'
import { useLanguage, useLocalized } from '../../platform/i18n/use-language.js'
import { type Question, useAnswer } from '../../platform/question.js'
import { Refused } from '../layout/refused.js'

/** A text as it stood when somebody annotated it. To be read by everybody, without scripts too. */
export default function TextStatePage() {
  const { slug = '', textStateId = '' } = useParams()
  const [search] = useSearchParams()
  const page = useAnswer(documentQuestion(slug))
  if (!page.ok) return <Refused refusal={page.refusal} />
  const { document } = page.value
  const question = textStateQuestion({ documentId: document.id, textStateId, search })
  if (question === null) return <Refused refusal={{ code: 'annotations/unknown-text-state' }} />
  return <StoredState document={document} question={question} />
}

type StateProps = {
  document: DocumentSummary
  question: Question<typeof import('@randnotiz/contract/annotations/endpoints').getTextState>
}

function StoredState({ document, question }: StateProps) {
  const answer = useAnswer(question)
  return answer.ok ? (
    <article className="text-state">
      <Head document={document} stored={answer.value} />
      <div className="text-state__page">
        {answer.value.quoted && <Since {...answer.value.quoted} />}
        <div className="text-state__sheet">
          <StoredText text={answer.value.text} passage={answer.value.quoted?.range ?? null} />
        </div>
      </div>
    </article>
  ) : (
    <Refused refusal={answer.refusal} />
  )
}

function Head({ document, stored }: { document: DocumentSummary; stored: Stored }) {
  const { t } = useTranslation('annotations')
  const localized = useLocalized()
  const language = useLanguage()
  const { keptAt, quoted } = stored
  const address = `/texte/${document.slug}`
  return (
    <header className="text-state__head">
      <p className="text-state__kind">{t('earlier.kind')}</p>
      <h1>{localized(document.title)}</h1>
      <p className="text-state__lead">
        {t('earlier.explained', { moment: formatDateTime(keptAt, language) })}
      </p>
      <p className="text-state__ways">
        <Link to={address} className={buttonClass({ size: 'small' })}>
          {t('earlier.toToday')}
        </Link>
        {quoted && (
          <Link
            to={`${address}#${noteElementId(quoted.annotation.id)}`}
            className={buttonClass({ look: 'quiet', size: 'small' })}
          >
            {t('earlier.toAnnotation')}
          </Link>
        )}
      </p>
    </header>
  )
}

function Since({ annotation, difference }: QuotedThere) {
  const { t } = useTranslation('annotations')
  return (
    <aside className="text-state__since" aria-labelledby="seither">
      <h2 id="seither">{t('earlier.since')}</h2>
      <PlaceStatusLine
        status={placeStatus(placeByServer(annotation))}
        attachment={annotation.attachment}
        mayDecide={false}
      />
      <DifferenceView difference={difference} />
    </aside>
  )
}
