import type { Point } from '@randnotiz/contract/answers/case'
import type { CasePage } from '@randnotiz/contract/answers/desk'
import { may } from '@randnotiz/domain/accounts/permissions'
import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLocalized } from '../../../platform/i18n/use-language.js'
import { useViewer } from '../../../platform/viewer.js'
import { blackeningPath } from '../exports/exports-questions.js'
import { AnswerView } from '../public/answer-view.js'
import { AnswerForm } from './answer-form.js'
import { CaseAssignment } from './case-assignment.js'
import { CaseHistory } from './case-history.js'
import { CaseNotes } from './case-notes.js'
import { deskPath } from './desk-questions.js'
import { wordsOf } from './desk-row.js'
import { FourEyes, isMember, ReturnedNotice } from './four-eyes.js'
import { GroupBox, SimilarBox } from './group-box.js'
import { SplitBox } from './split-box.js'
import { StateSign } from './state-sign.js'
import { useDeskLive } from './use-desk-live.js'
import './desk.css'

/** One contribution with everything it takes to answer it. */
export function CaseView({ page }: { page: CasePage }) {
  const { t } = useTranslation('answers')
  useDeskLive(page.process.id)
  const [splitting, setSplitting] = useState(false)
  const { annotation } = page
  const isPublic = annotation.publication.state === 'published'
  const [first] = page.case.points
  return (
    <div className="case">
      <p>
        <Link to={deskPath}>{t('case.back')}</Link>
      </p>
      <div className="case__columns">
        <div className="case__side">
          <Contribution page={page} />
          {isPublic && !splitting && (
            <Button look="secondary" size="small" onClick={() => setSplitting(true)}>
              {t('case.split')}
            </Button>
          )}
          {splitting && <SplitBox page={page} onDone={() => setSplitting(false)} />}
          {first && isPublic && <SimilarBox page={page} point={first} />}
          <CaseNotes page={page} />
          <CaseHistory page={page} />
        </div>
        <div className="case__main">
          {isPublic ? (
            page.case.points.map(point => <PointBox key={point.number} page={page} point={point} />)
          ) : (
            <Notice tone="warning" title={t('case.notPublic')} />
          )}
          {annotation.answer && (
            <section className="case-box">
              <h2>{t('case.published')}</h2>
              <AnswerView annotation={annotation} slug={page.document.slug} />
            </section>
          )}
        </div>
      </div>
    </div>
  )
}

function PointBox({ page, point }: { page: CasePage; point: Point }) {
  const { t } = useTranslation('answers')
  const several = page.case.points.length > 1
  const words = wordsOf({ annotation: page.annotation, point })
  return (
    <section className="case-box case-point" id={`punkt-${point.number}`}>
      <header className="answer-desk__head">
        <h2>{several ? t('case.answerTo', { number: point.number }) : t('case.answer')}</h2>
        <StateSign state={point.work.state} />
      </header>
      {several && <blockquote className="answer__words">{words}</blockquote>}
      <ReturnedNotice point={point} />
      <GroupBox page={page} point={point} />
      {!isMember(page, point) && <AnswerForm page={page} point={point} />}
      <FourEyes page={page} point={point} words={words} />
      <CaseAssignment page={page} point={point} words={words} />
    </section>
  )
}

function Contribution({ page: { annotation, document, chapter } }: { page: CasePage }) {
  const { t } = useTranslation(['answers', 'annotations', 'exports'])
  const localized = useLocalized()
  const mayBlacken = may(useViewer(), 'annotation:exchange') === null
  const { id, kind, target, body, reason, instead, replacement, author } = annotation
  return (
    <section className="case-box case-contribution" aria-label={t('case.contribution')}>
      <p className="desk-row__where">
        <strong>{t(`annotations:kind.${kind}`)}</strong>
        <span>{localized(document.title)}</span>
        {chapter && <span>{chapter.text}</span>}
      </p>
      {target.kind === 'passage' && <Said label={t('case.quote')} words={target.quote.exact} />}
      {body !== null && <p className="answer__reason">{body}</p>}
      {reason !== null && <Said label={t('case.reasonOf')} words={reason} />}
      {instead !== null && <Said label={t('case.insteadOf')} words={instead} />}
      {replacement !== null && <Said label={t('case.proposed')} words={replacement} />}
      <p className="case-hint">{t('desk.byAuthor', { author: author.pseudonym })}</p>
      <p className="case__ways">
        <Link to={`/texte/${document.slug}#anmerkung-${id}`}>{t('case.toText')}</Link>
        {mayBlacken && <Link to={`${blackeningPath}/${id}`}>{t('exports:blacken.title')}</Link>}
      </p>
    </section>
  )
}

function Said({ label, words }: { label: string; words: string }) {
  return (
    <blockquote className="answer__words">
      <p className="case-label">{label}</p>
      <p>{words}</p>
    </blockquote>
  )
}
