import { objectToReportDecision } from '@randnotiz/contract/annotations/moderation/endpoints'
import type {
  ReportObjection as Objection,
  ReportView,
} from '@randnotiz/contract/annotations/moderation/report'
import type { Moment } from '@randnotiz/contract/kit/wire-values'
import { Notice } from '@randnotiz/ui/notice'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'
import { useDeed } from '../../../platform/use-deed.js'
import { ObjectionWords } from './objection-words.js'

type Props = { report: ReportView; code: string; onObjected(report: ReportView): void }

/** Whoever reported may ask for a second look where the words were left public. */
export function ReportObjection({ report, code, onObjected }: Props) {
  const { objection, mayObjectUntil } = report
  if (objection !== null) return <ObjectionState objection={objection} />
  if (mayObjectUntil === null) return null
  return <ObjectForm code={code} until={mayObjectUntil} onObjected={onObjected} />
}

function ObjectionState({ objection: { at, outcome } }: { objection: Objection }) {
  const { t } = useTranslation('moderation')
  const language = useLanguage()
  // That the words are hidden now is said above.
  if (outcome?.result === 'reversed') return null
  const date = formatDate(outcome?.at ?? at, language)
  return (
    <Notice tone="info" role="status">
      <p>{t(outcome === null ? 'report.objected' : 'report.objectionUpheld', { date })}</p>
      {outcome !== null && <p>{t('report.objectionReason', { reason: outcome.reason })}</p>}
    </Notice>
  )
}

type FormProps = Pick<Props, 'code' | 'onObjected'> & { until: Moment }

function ObjectForm({ code, until, onObjected }: FormProps) {
  const { t } = useTranslation('moderation')
  const language = useLanguage()
  const deed = useDeed(objectToReportDecision)

  async function object(text: string) {
    const objected = await deed.run({ params: { code }, body: { text } })
    if (objected.ok) onObjected(objected.value)
  }

  return (
    <ObjectionWords
      className="report-form"
      title={t('report.objectTitle')}
      intro={<p>{t('report.objectIntro', { date: formatDate(until, language) })}</p>}
      question={t('report.objectText')}
      state={deed.state}
      onObject={text => void object(text)}
    />
  )
}
