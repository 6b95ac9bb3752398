import { cancelExport } from '@randnotiz/contract/answers/exports/endpoints'
import { type ExportJob, exportFileAddress } from '@randnotiz/contract/answers/exports/export-job'
import { Badge, type BadgeTone } from '@randnotiz/ui/badge'
import { Button } from '@randnotiz/ui/button'
import { LinkButton } from '@randnotiz/ui/link-button'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../../platform/i18n/use-language.js'
import { useRefusalText } from '../../../platform/refusal-text.js'
import { useDeed } from '../../../platform/use-deed.js'

type Props = { jobs: readonly ExportJob[]; onChanged(): void }

const tones: Record<ExportJob['state']['status'], BadgeTone> = {
  waiting: 'neutral',
  running: 'accent',
  done: 'success',
  expired: 'neutral',
  failed: 'warning',
  cancelled: 'neutral',
}

/** The files that the viewer has asked for, newest first. */
export function JobList({ jobs, onChanged }: Props) {
  const { t } = useTranslation('exports')
  if (jobs.length === 0) return <p>{t('jobs.none')}</p>
  return (
    <ul className="export-jobs">
      {jobs.map(job => (
        <JobRow key={job.id} job={job} onChanged={onChanged} />
      ))}
    </ul>
  )
}

function JobRow({ job: { id, order, createdAt, state }, onChanged }: { job: ExportJob; onChanged(): void }) {
  const { t } = useTranslation('exports')
  const language = useLanguage()
  const refusalText = useRefusalText()
  const cancel = useDeed(cancelExport)
  const format = 'format' in order ? order.format : 'docx'
  const name = `${t(`what.${order.kind}`)} – ${t(`formats.${format}`)}`
  const when = (moment: string) =>
    new Date(moment).toLocaleString(language, {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: 'Europe/Berlin',
    })
  const isGoing = state.status === 'waiting' || state.status === 'running'
  return (
    <li className="export-job">
      <div className="export-job__words">
        <p className="export-job__name">{state.status === 'done' ? state.file.name : name}</p>
        <p className="export-job__facts">
          <Badge tone={tones[state.status]}>{t(`jobs.${state.status}`)}</Badge>
          <span>{t('jobs.asked', { moment: when(createdAt) })}</span>
          {state.status === 'done' && <span>{t('jobs.until', { moment: when(state.expiresAt) })}</span>}
        </p>
        {state.status === 'running' && state.total > 0 && (
          <p className="export-job__progress">
            <progress value={state.done} max={state.total} aria-label={name} />
            <span>{t('jobs.progress', { done: state.done, total: state.total })}</span>
          </p>
        )}
        {state.status === 'failed' && (
          <p>{state.code === null ? t('jobs.wrong') : refusalText({ code: state.code })}</p>
        )}
      </div>
      {state.status === 'done' && (
        <LinkButton
          href={exportFileAddress(id)}
          download
          aria-label={t('jobs.downloadOf', {
            name: state.file.name,
            size: sizeOf(state.file.bytes, language),
          })}
        >
          <Download aria-hidden="true" />
          {t('jobs.download')} ({sizeOf(state.file.bytes, language)})
        </LinkButton>
      )}
      {isGoing && (
        <Button
          aria-label={t('jobs.cancelOf', { name })}
          onClick={() => void cancel.run({ params: { jobId: id } }).then(onChanged)}
        >
          {t('jobs.cancel')}
        </Button>
      )}
    </li>
  )
}

function sizeOf(bytes: number, language: string): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte']
  return value.toLocaleString(language, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 })
}
