import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { ConfirmReportAddress, ReportState } from '../../features/annotations/moderation/report-state.js'

/** Where whoever has reported a contribution finds what came of it. */
export default function ReportStatePage() {
  const { t } = useTranslation('moderation')
  const [query] = useSearchParams()
  const token = query.get('token')
  return (
    <div className="column page">
      <h1>{t('report.stateTitle')}</h1>
      {token !== null && <ConfirmReportAddress token={token} />}
      <p>{t('report.stateIntro')}</p>
      <ReportState givenCode={query.get('code') ?? ''} />
    </div>
  )
}
