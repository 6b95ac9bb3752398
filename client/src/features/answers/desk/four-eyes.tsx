import type { Point } from '@randnotiz/contract/answers/case'
import type { SeenPoint } from '@randnotiz/contract/answers/commands'
import type { CasePage } from '@randnotiz/contract/answers/desk'
import { releaseAnswers, returnAnswer } from '@randnotiz/contract/answers/endpoints'
import { personIdOf } from '@randnotiz/domain/accounts/person'
import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { TextArea } from '@randnotiz/ui/text-area'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { useDeed } from '../../../platform/use-deed.js'
import { useViewer } from '../../../platform/viewer.js'
import { ManyOutcome } from './many-outcome.js'
import { PublishDialog } from './publish-dialog.js'
import { useAskDeskAgain } from './use-desk-live.js'
import { useMany } from './use-many.js'

type Props = { page: CasePage; point: Point; words: string }

/** What a second person does with an answer: release it, give it back, or publish it. */
export function FourEyes({ page, point, words }: Props) {
  const { t } = useTranslation('answers')
  const viewer = useViewer()
  const many = useMany(() => undefined)
  const [open, setOpen] = useState<'return' | 'publish' | null>(null)
  const { work } = point
  if (!('writtenBy' in work) || isMember(page, point)) return null
  const seen = { annotationId: page.annotation.id, number: point.number, version: page.case.version }
  const isOwn = personIdOf(viewer) === work.writtenBy.id
  return (
    <div className="case-eyes">
      {work.state === 'drafted' && isOwn && <p className="case-hint">{t('case.releaseOther')}</p>}
      {many.outcome && <ManyOutcome outcome={many.outcome} nameOf={() => words.slice(0, 80)} />}
      <DeedProblem state={many.state} />
      <div className="form-actions">
        {work.state === 'drafted' && !isOwn && page.rights.release && (
          <Button look="primary" onClick={() => void many.run(releaseAnswers, { points: [seen] })}>
            {t('case.release')}
          </Button>
        )}
        {(work.state === 'drafted' || work.state === 'released') && !isOwn && page.rights.release && (
          <Button look="secondary" onClick={() => setOpen(open === 'return' ? null : 'return')}>
            {t('case.return')}
          </Button>
        )}
        {work.state === 'released' && page.rights.publish && (
          <Button look="primary" onClick={() => setOpen('publish')}>
            {t('case.publish')}
          </Button>
        )}
      </div>
      {open === 'return' && <ReturnForm seen={seen} onDone={() => setOpen(null)} />}
      {open === 'publish' && (
        <PublishDialog
          processId={page.process.id}
          points={[seen]}
          nameOf={() => words.slice(0, 80)}
          onClose={() => setOpen(null)}
          onDone={() => setOpen(null)}
        />
      )}
    </div>
  )
}

export function isMember({ annotation }: Pick<CasePage, 'annotation'>, { number, group }: Point): boolean {
  return group !== null && (group.lead.annotationId !== annotation.id || group.lead.number !== number)
}

type ReturnProps = { seen: SeenPoint; onDone(): void }

function ReturnForm({ seen, onDone }: ReturnProps) {
  const { t } = useTranslation('answers')
  const deed = useDeed(returnAnswer)
  const askAgain = useAskDeskAgain()
  const [why, setWhy] = useState('')
  async function send() {
    if (why.trim() === '') return
    const result = await deed.run({ body: { point: seen, why } })
    await askAgain()
    if (result.ok) onDone()
  }
  return (
    <div className="case-form">
      <TextArea
        label={t('case.returnWhy')}
        maxLength={1_000}
        value={why}
        onChange={event => setWhy(event.target.value)}
      />
      <DeedProblem state={deed.state} />
      <div className="form-actions">
        <Button
          look="primary"
          size="small"
          busy={deed.state.type === 'under-way' ? t('bulk.working') : null}
          onClick={() => void send()}
        >
          {t('case.returnNow')}
        </Button>
      </div>
    </div>
  )
}

/** Why an answer came back. */
export function ReturnedNotice({ point: { work } }: { point: Point }) {
  const { t } = useTranslation('answers')
  if (work.state !== 'drafted' || work.returned === null) return null
  const { by, why } = work.returned
  return (
    <Notice tone="warning">
      <p>{t('case.returned', { name: by.pseudonym, why })}</p>
    </Notice>
  )
}
