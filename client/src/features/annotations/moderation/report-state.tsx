import { confirmReportAddress, getReport } from '@randnotiz/contract/annotations/moderation/endpoints'
import type { ReportView } from '@randnotiz/contract/annotations/moderation/report'
import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { TextField } from '@randnotiz/ui/text-field'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { formatDate } from '../../../platform/i18n/formats.js'
import { useLanguage, useLocalized } from '../../../platform/i18n/use-language.js'
import { useDeed } from '../../../platform/use-deed.js'
import { ReportObjection } from './report-objection.js'
import './moderation.css'

/** Finds what came of a report by the code on its receipt. */
export function ReportState({ givenCode }: { givenCode: string }) {
  const { t } = useTranslation('moderation')
  const deed = useDeed(getReport)
  const [code, setCode] = useState(givenCode)
  const [report, setReport] = useState<ReportView | null>(null)

  async function look(event: FormEvent) {
    event.preventDefault()
    setReport(null)
    if (code.trim() === '') return
    const result = await deed.run({ params: { code } })
    if (result.ok) setReport(result.value)
  }

  return (
    <>
      <form className="report-form" onSubmit={event => void look(event)} noValidate>
        <TextField
          label={t('report.codeField')}
          value={code}
          autoComplete="off"
          autoCapitalize="characters"
          onChange={event => setCode(event.target.value)}
        />
        <div className="form-actions">
          <Button type="submit" look="primary">
            {t('report.look')}
          </Button>
        </div>
      </form>
      <DeedProblem state={deed.state} />
      {report !== null && <Found report={report} />}
      {report !== null && <ReportObjection report={report} code={code} onObjected={setReport} />}
    </>
  )
}

function Found({ report }: { report: ReportView }) {
  const { t } = useTranslation(['moderation', 'annotations'])
  const language = useLanguage()
  const localized = useLocalized()
  const { state, document, rule, createdAt } = report
  const about = {
    date: formatDate(createdAt, language),
    document: localized(document.title),
    rule: t(`annotations:houseRule.${rule}`),
  }
  return (
    <Notice tone={state.state === 'open' ? 'info' : 'success'} role="status">
      <p>{t('report.reportedAt', about)}</p>
      <p>
        <strong>
          {state.state === 'open'
            ? t('report.open')
            : t(state.result === 'acted' ? 'report.acted' : 'report.notActed', {
                date: formatDate(state.at, language),
              })}
        </strong>
      </p>
    </Notice>
  )
}

/** The link of the receipt's mail leads here; a mail program that follows it by itself confirms nothing. */
export function ConfirmReportAddress({ token }: { token: string }) {
  const { t } = useTranslation('moderation')
  const deed = useDeed(confirmReportAddress)
  const [done, setDone] = useState(false)
  if (done) return <Notice tone="success" role="status" title={t('report.confirmed')} />
  return (
    <div className="report-form">
      <DeedProblem state={deed.state} />
      <div className="form-actions">
        <Button
          look="primary"
          busy={deed.state.type === 'under-way' ? t('report.underWay') : null}
          onClick={() => void deed.run({ body: { token } }).then(result => setDone(result.ok))}
        >
          {t('report.confirm')}
        </Button>
      </div>
    </div>
  )
}
