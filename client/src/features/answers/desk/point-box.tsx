import type { Point } from '@randnotiz/contract/answers/case'
import type { CasePage } from '@randnotiz/contract/answers/desk'
import { personIdOf } from '@randnotiz/domain/accounts/person'
import { wordsOfPoint } from '@randnotiz/domain/answers/excerpt'
import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useViewer } from '../../../platform/viewer.js'
import { AnswerForm } from './answer-form.js'
import { CaseAssignment } from './case-assignment.js'
import { FourEyes, isMember, ReturnedNotice } from './four-eyes.js'
import { GroupBox } from './group-box.js'
import { PublishedAnswer, StandingAnswer } from './standing-answer.js'
import { StateSign } from './state-sign.js'

type Props = { page: CasePage; point: Point }

/** One point, and all that is done about it. */
export function PointBox({ page, point }: Props) {
  const { t } = useTranslation('answers')
  const several = page.case.points.length > 1
  const words = wordsOfPoint(page.annotation, point.pieces)
  return (
    <section className="case-box case-point" id={`punkt-${point.number}`}>
      <header className="answer-desk__head">
        <h2>{several ? t('case.answerTo', { number: point.number }) : t('case.answer')}</h2>
        <StateSign state={point.work.state} />
      </header>
      {several && <blockquote className="answer__words">{words}</blockquote>}
      <ReturnedNotice point={point} />
      <GroupBox page={page} point={point} />
      {isMember(page, point) ? <StandingAnswer point={point} /> : <OwnAnswer page={page} point={point} />}
      <FourEyes page={page} point={point} words={words} />
      {point.published && point.work.state !== 'published' && <PublishedAnswer answer={point.published} />}
      <CaseAssignment page={page} point={point} words={words} />
    </section>
  )
}

/** An answer is read; it is written where there is none, where it came back, and by whoever wants to. */
function OwnAnswer({ page, point }: Props) {
  const { t } = useTranslation('answers')
  const viewer = useViewer()
  const isOwn = 'writtenBy' in point.work && point.work.writtenBy.id === personIdOf(viewer)
  const cameBack = point.work.state === 'drafted' && point.work.returned !== null && isOwn
  const [wanted, setWanted] = useState<'read' | 'write' | null>(null)
  const [saved, setSaved] = useState(false)
  const standing = 'answer' in point.work
  const writes = wanted === null ? !standing || cameBack : wanted === 'write'
  if (writes)
    return (
      <AnswerForm
        page={page}
        point={point}
        onType={() => setWanted('write')}
        onCancel={standing ? () => setWanted('read') : null}
        onSaved={() => {
          setSaved(true)
          setWanted('read')
        }}
      />
    )
  return (
    <>
      <StandingAnswer point={point} />
      {saved && point.work.state === 'drafted' && (
        <Notice tone="success" role="status">
          <p>{t('case.saved')}</p>
        </Notice>
      )}
      <div className="form-actions">
        <Button look="secondary" size="small" onClick={() => setWanted('write')}>
          {t('case.rewrite')}
        </Button>
      </div>
    </>
  )
}
