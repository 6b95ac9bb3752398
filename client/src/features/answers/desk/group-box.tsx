import type { Point } from '@randnotiz/contract/answers/case'
import type { CasePage, SimilarPoints } from '@randnotiz/contract/answers/desk'
import { groupPoints, leaveGroup } from '@randnotiz/contract/answers/endpoints'
import { Button } from '@randnotiz/ui/button'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { useLocalized } from '../../../platform/i18n/use-language.js'
import { usePlatform } from '../../../platform/platform-context.js'
import { answerTo } from '../../../platform/question.js'
import { casePath, similarQuestion } from './desk-questions.js'
import { ManyOutcome } from './many-outcome.js'
import { StateSign } from './state-sign.js'
import { useMany } from './use-many.js'

type Props = { page: CasePage; point: Point }

/** Contributions that may say the same, and why we think so; with one press they get one answer. */
export function SimilarBox({ page, point }: Props) {
  const { t } = useTranslation('answers')
  const { call } = usePlatform()
  const name = { annotationId: page.annotation.id, number: point.number }
  const answer = useQuery(answerTo(call, similarQuestion(name))).data
  const many = useMany(() => undefined)
  if (!answer?.ok) return null
  const { similar } = answer.value
  const lead = { ...name, version: page.case.version }
  return (
    <section className="case-box" aria-label={t('case.similar')}>
      <h2>{t('case.similar')}</h2>
      <DeedProblem state={many.state} />
      {many.outcome && <ManyOutcome outcome={many.outcome} nameOf={() => t('case.similar')} />}
      {similar.length === 0 && <p className="case-hint">{t('case.similarNone')}</p>}
      <ul className="case-similar">
        {similar.map(one => (
          <SimilarOne key={one.annotation.id} one={one}>
            {one.grouped ? (
              <strong>{t('case.isTogether')}</strong>
            ) : (
              <Button
                look="secondary"
                size="small"
                onClick={() =>
                  void many.run(groupPoints, { lead, members: [{ ...one.name, version: one.version }] })
                }
              >
                {t('case.together')}
              </Button>
            )}
          </SimilarOne>
        ))}
      </ul>
    </section>
  )
}

type OneProps = { one: SimilarPoints['similar'][number]; children: React.ReactNode }

function SimilarOne({ one, children }: OneProps) {
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
      <p>
        <Link to={casePath(one.annotation.id)}>{one.annotation.body}</Link>
      </p>
      <p className="case-hint">{why.join(' · ')}</p>
      {children}
    </li>
  )
}

/** For whom else an answer speaks, or who speaks for this point. */
export function GroupBox({ page, point }: Props) {
  const { t } = useTranslation('answers')
  const many = useMany(() => undefined)
  const { group } = point
  if (group === null) return null
  const own = { annotationId: page.annotation.id, number: point.number }
  const isLead = group.lead.annotationId === own.annotationId && group.lead.number === own.number
  const version = page.case.version
  return (
    <section className="case-box" aria-label={t('case.group')}>
      <h3>{t('case.group')}</h3>
      <p>{isLead ? t('case.groupHint', { count: group.members.length }) : t('case.groupMember')}</p>
      <DeedProblem state={many.state} />
      {isLead ? (
        <ul className="case-similar">
          {group.members.map(member => (
            <li key={`${member.annotationId}.${member.number}`} className="form-actions">
              <Link to={casePath(member.annotationId, member.number)}>{t('case.contribution')}</Link>
              <Button
                look="quiet"
                size="small"
                onClick={() => void many.run(leaveGroup, { lead: { ...own, version }, member })}
              >
                {t('case.groupLeave')}
              </Button>
            </li>
          ))}
        </ul>
      ) : (
        <p>
          <Link to={casePath(group.lead.annotationId, group.lead.number)}>{t('case.groupOpen')}</Link>
        </p>
      )}
    </section>
  )
}
