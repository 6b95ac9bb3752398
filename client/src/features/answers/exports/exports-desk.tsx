import type { ExportsPage } from '@randnotiz/contract/answers/exports/endpoints'
import type { ExportJob } from '@randnotiz/contract/answers/exports/export-job'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePlatform } from '../../../platform/platform-context.js'
import { answerTo } from '../../../platform/question.js'
import { ExportForm } from './export-form.js'
import { jobsQuestion, reImportPath } from './exports-questions.js'
import { JobList } from './job-list.js'
import './exports.css'

const askEveryMs = 1_500

const isGoing = ({ state }: ExportJob) => state.status === 'waiting' || state.status === 'running'

/** Asking for files, and fetching them when they are ready. */
export function ExportsDesk({ page }: { page: ExportsPage }) {
  const { t } = useTranslation('exports')
  const { call } = usePlatform()
  const asked = useQuery({
    ...answerTo(call, jobsQuestion),
    initialData: { ok: true, value: { jobs: page.jobs } },
    refetchInterval: ({ state }) =>
      state.data?.ok && state.data.value.jobs.some(isGoing) ? askEveryMs : false,
  })
  const jobs = asked.data.ok ? asked.data.value.jobs : page.jobs
  return (
    <div className="exports-desk">
      <ExportForm page={page} onStarted={() => void asked.refetch()} />
      <section className="exports-desk__jobs" aria-labelledby="export-jobs">
        <h2 id="export-jobs">{t('jobs.title')}</h2>
        <Ready jobs={jobs} />
        <JobList jobs={jobs} onChanged={() => void asked.refetch()} />
      </section>
      <p>
        <Link to={reImportPath}>{t('back.link')}</Link>
      </p>
    </div>
  )
}

/** Says when a file that somebody waits for is ready. */
function Ready({ jobs }: { jobs: readonly ExportJob[] }) {
  const { t } = useTranslation('exports')
  const going = useRef(new Set<string>())
  const [said, setSaid] = useState('')
  useEffect(() => {
    for (const job of jobs) {
      if (isGoing(job)) going.current.add(job.id)
      else if (going.current.delete(job.id) && job.state.status === 'done')
        setSaid(t('jobs.ready', { name: job.state.file.name }))
    }
  }, [jobs, t])
  return (
    <p role="status" className="visually-hidden">
      {said}
    </p>
  )
}
