import type { Point, PointName } from '@randnotiz/contract/answers/case'
import type { CasePage } from '@randnotiz/contract/answers/desk'
import { leaveGroup } from '@randnotiz/contract/answers/endpoints'
import { Button } from '@randnotiz/ui/button'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { casePath } from './desk-questions.js'
import { ManyOutcome } from './many-outcome.js'
import { keyOf } from './selection.js'
import { useMany } from './use-many.js'

type Props = { page: CasePage; point: Point }

/** For whom else an answer speaks, in their words; or who speaks for this point. */
export function GroupBox({ page, point }: Props) {
  const { t } = useTranslation('answers')
  const many = useMany(() => undefined)
  const { group } = point
  if (group === null) return null
  const own = { annotationId: page.annotation.id, number: point.number }
  const isLead = keyOf(group.lead) === keyOf(own)
  const lead = { ...own, version: page.case.version }
  return (
    <section className="case-box" aria-label={t('case.group')}>
      <h3>{t('case.group')}</h3>
      <p>{isLead ? t('case.groupHint', { count: group.members.length }) : t('case.groupMember')}</p>
      <DeedProblem state={many.state} />
      {many.outcome && <ManyOutcome outcome={many.outcome} nameOf={() => t('case.group')} />}
      <ul className="case-similar">
        {(isLead ? group.members : [group.lead]).map(name => (
          <li key={keyOf(name)}>
            <Member page={page} name={name} />
            {isLead && (
              <Button
                look="quiet"
                size="small"
                onClick={() => void many.run(leaveGroup, { lead, member: name })}
              >
                {t('case.groupLeave')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Member({ page, name }: { page: CasePage; name: PointName }) {
  const { t } = useTranslation('answers')
  const said = page.together.find(one => keyOf(one.name) === keyOf(name))
  return (
    <>
      <p>
        <Link to={casePath(name.annotationId, name.number)}>{said?.words || t('case.contribution')}</Link>
      </p>
      {said && <p className="case-hint">{t('desk.byAuthor', { author: said.author.pseudonym })}</p>}
    </>
  )
}
