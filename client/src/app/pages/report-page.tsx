import { AnnotationId, ReplyId } from '@randnotiz/contract/kit/ids'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import { reportableQuestion } from '../../features/annotations/moderation/questions.js'
import { ReportForm } from '../../features/annotations/moderation/report-form.js'
import { useLocalized } from '../../platform/i18n/use-language.js'
import { useAnswer } from '../../platform/question.js'
import { Refused } from '../layout/refused.js'
import '../../features/annotations/moderation/moderation.css'

/** Where everybody reports a contribution. */
export default function ReportPage() {
  const { t } = useTranslation('moderation')
  const localized = useLocalized()
  const { annotationId = '' } = useParams()
  const [query] = useSearchParams()
  const reply = query.get('antwort')
  const answer = useAnswer(reportableQuestion(annotationId, reply))
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  const { documentTitle, documentSlug, words } = answer.value
  const subject = {
    annotationId: AnnotationId.parse(annotationId),
    replyId: reply === null ? null : ReplyId.parse(reply),
  }
  return (
    <div className="column page">
      <h1>{t('report.title')}</h1>
      <p className="lead">{t('report.intro')}</p>
      <section className="statement" aria-label={t('report.about', { document: localized(documentTitle) })}>
        <p>{t('report.about', { document: localized(documentTitle) })}:</p>
        <blockquote className="queue-card__quote queue-card__body">{words}</blockquote>
      </section>
      <ReportForm subject={subject} slug={documentSlug} />
    </div>
  )
}
