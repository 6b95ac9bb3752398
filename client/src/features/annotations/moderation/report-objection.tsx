import { objectToReportDecision } from '@randnotiz/contract/annotations/moderation/endpoints'
import type {
  ReportObjection as Objection,
  ReportView,
} from '@randnotiz/contract/annotations/moderation/report'
import type { Moment } from '@randnotiz/contract/kit/wire-values'
import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { TextArea } from '@randnotiz/ui/text-area'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { formatDate } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'
import { useDeed } from '../../../platform/use-deed.js'

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
  const [text, setText] = useState('')
  const [missing, setMissing] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)

  async function object(event: FormEvent) {
    event.preventDefault()
    setMissing(text.trim() === '')
    if (text.trim() === '') return area.current?.focus()
    const objected = await deed.run({ params: { code }, body: { text } })
    if (objected.ok) onObjected(objected.value)
  }

  return (
    <form className="report-form" onSubmit={event => void object(event)} noValidate>
      <h2>{t('report.objectTitle')}</h2>
      <p>{t('report.objectIntro', { date: formatDate(until, language) })}</p>
      <TextArea
        ref={area}
        label={t('report.objectText')}
        value={text}
        maxLength={3_000}
        error={missing ? t('objection.missing') : null}
        onChange={event => setText(event.target.value)}
      />
      <DeedProblem state={deed.state} />
      <div className="form-actions">
        <Button
          type="submit"
          look="primary"
          busy={deed.state.type === 'under-way' ? t('objection.underWay') : null}
        >
          {t('objection.submit')}
        </Button>
      </div>
    </form>
  )
}
