import type { Point } from '@randnotiz/contract/answers/case'
import type { CasePage, SimilarPoints } from '@randnotiz/contract/answers/desk'
import { groupPoints } from '@randnotiz/contract/answers/endpoints'
import { Button } from '@randnotiz/ui/button'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { useLocalized } from '../../../platform/i18n/use-language.js'
import { usePlatform } from '../../../platform/platform-context.js'
import { answerTo } from '../../../platform/question.js'
import { casePath, similarQuestion } from './desk-questions.js'
import { ManyOutcome } from './many-outcome.js'
import { keyOf } from './selection.js'
import { StateSign } from './state-sign.js'
import { useMany } from './use-many.js'

type Props = { page: CasePage; point: Point }
type Similar = SimilarPoints['similar'][number]

const shownAtFirst = 3

/** Contributions that may say the same, and why we think so; with one press those that are ticked get one answer. */
export function SimilarBox({ page, point }: Props) {
  const { t } = useTranslation('answers')
  const { call } = usePlatform()
  const name = { annotationId: page.annotation.id, number: point.number }
  const answer = useQuery(answerTo(call, similarQuestion(name))).data
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [all, setAll] = useState(false)
  const many = useMany(() => setTicked(new Set()))
  if (!answer?.ok) return null
  const { similar } = answer.value
  const shown = all ? similar : similar.slice(0, shownAtFirst)
  const members = similar
    .filter(one => !one.grouped && ticked.has(keyOf(one.name)))
    .map(one => ({ ...one.name, version: one.version }))
  function toggle(key: string) {
    const next = new Set(ticked)
    if (!next.delete(key)) next.add(key)
    setTicked(next)
  }
  const lead = { ...name, version: page.case.version }
  return (
    <section className="case-box" aria-label={t('case.similar')}>
      <h2>{t('case.similar')}</h2>
      <DeedProblem state={many.state} />
      {many.outcome && <ManyOutcome outcome={many.outcome} nameOf={() => t('case.similar')} />}
      {similar.length === 0 && <p className="case-hint">{t('case.similarNone')}</p>}
      <ul className="case-similar">
        {shown.map(one => (
          <SimilarOne key={keyOf(one.name)} one={one}>
            <Together one={one} ticked={ticked.has(keyOf(one.name))} onTick={() => toggle(keyOf(one.name))} />
          </SimilarOne>
        ))}
      </ul>
      <div className="form-actions">
        {members.length > 0 && (
          <Button
            look="primary"
            size="small"
            busy={many.state.type === 'under-way' ? t('bulk.working') : null}
            onClick={() => void many.run(groupPoints, { lead, members })}
          >
            {t('bulk.groupNow', { count: members.length + 1 })}
          </Button>
        )}
        {similar.length > shown.length && (
          <Button look="quiet" size="small" onClick={() => setAll(true)}>
            {t('case.similarMore', { count: similar.length - shown.length })}
          </Button>
        )}
      </div>
    </section>
  )
}

function Together({ one, ticked, onTick }: { one: Similar; ticked: boolean; onTick(): void }) {
  const { t } = useTranslation('answers')
  if (one.grouped) return <strong>{t('case.isTogether')}</strong>
  if (one.work === 'released' || one.work === 'published') return null
  return (
    <label className="desk-tick">
      <input type="checkbox" checked={ticked} onChange={onTick} />
      {t('case.together')}
    </label>
  )
}

function SimilarOne({ one, children }: { one: Similar; children: ReactNode }) {
  const { t } = useTranslation('answers')
  const localized = useLocalized()
  const why = [
    ...(one.samePassage ? [t('case.samePassage')] : []),
    ...(one.words.length > 0 ? [t('case.similarWhy', { words: one.words.join(', ') })] : []),
  ]
  return (
    <li>
      <p className="desk-row__where">
        <StateSign state={one.work} /> {localized(one.document.title)}
      </p>
      <p className="case-similar__words">
        <Link to={casePath(one.annotation.id)}>{one.annotation.body}</Link>
      </p>
      <p className="case-hint">{why.join(' · ')}</p>
      {children}
    </li>
  )
}
