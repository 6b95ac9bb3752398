import type { VersionList } from '@randnotiz/contract/publishing/release'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { type Restorable, RestoreDialog } from '../../features/publishing/rewriting/restore-dialog.js'
import { releaseAddress } from '../../features/publishing/versions/addresses.js'
import { PublishDialog } from '../../features/publishing/versions/publish-dialog.js'
import { DayList, ReleaseList } from '../../features/publishing/versions/release-list.js'
import { StaffPanel } from '../../features/publishing/versions/staff-panel.js'
import { VersionHead } from '../../features/publishing/versions/version-head.js'
import { versionsQuestion } from '../../features/publishing/versions/version-questions.js'
import { useLocalized } from '../../platform/i18n/use-language.js'
import { questionKey, useAnswer } from '../../platform/question.js'
import { Refused } from '../layout/refused.js'
import '../../features/publishing/versions/versions.css'

/** Every release of a text; for staff also the days between them, and the ways to publish and to restore. */
export default function VersionsPage() {
  const { slug = '' } = useParams()
  const answer = useAnswer(versionsQuestion(slug))
  return answer.ok ? <Versions list={answer.value} /> : <Refused refusal={answer.refusal} />
}

type Open = { kind: 'nothing' } | { kind: 'publish' } | { kind: 'restore'; restorable: Restorable }

function Versions({ list }: { list: VersionList }) {
  const { t } = useTranslation('versions')
  const localized = useLocalized()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [open, setOpen] = useState<Open>({ kind: 'nothing' })
  const { slug, id, title } = list.document
  const close = () => {
    setOpen({ kind: 'nothing' })
    void queryClient.invalidateQueries({ queryKey: questionKey(versionsQuestion(slug)) })
  }
  const onRestore = (restorable: Restorable) => setOpen({ kind: 'restore', restorable })
  const isStaff = list.permissions.history
  return (
    <div className="versions-page">
      <VersionHead
        kicker={<Link to={`/texte/${slug}`}>{t('back')}</Link>}
        title={t('of', { title: localized(title) })}
      >
        <p>{t('explained')}</p>
      </VersionHead>
      {isStaff && <StaffPanel key={list.shown} list={list} onPublish={() => setOpen({ kind: 'publish' })} />}
      <ReleaseList list={list} onRestore={onRestore} />
      {isStaff && <DayList list={list} onRestore={onRestore} />}
      {open.kind === 'publish' && (
        <PublishDialog
          list={list}
          onClose={close}
          onPublished={release => {
            close()
            void navigate(releaseAddress(slug, release.number))
          }}
        />
      )}
      {open.kind === 'restore' && (
        <RestoreDialog documentId={id} restorable={open.restorable} onClose={close} />
      )}
    </div>
  )
}
