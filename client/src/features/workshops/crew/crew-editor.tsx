import type { UserId } from '@randnotiz/contract/kit/ids'
import type { Crew } from '@randnotiz/contract/workshops/crew'
import type { DeskView } from '@randnotiz/contract/workshops/desk'
import type { Move } from '@randnotiz/contract/workshops/moves'
import { type CrewMember, CrewRole } from '@randnotiz/contract/workshops/session'
import { crewRights, isSteered, leadingRoles } from '@randnotiz/domain/workshops/crew-rights'
import { Button } from '@randnotiz/ui/button'
import { Select } from '@randnotiz/ui/select'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlatform } from '../../../platform/platform-context.js'
import { answerTo, questionKey } from '../../../platform/question.js'
import { useViewer } from '../../../platform/viewer.js'
import { crewQuestion } from './crew-question.js'
import './crew.css'

type Props = { view: DeskView; move(move: Move): Promise<boolean> }

/** Who runs the workshop: its owner calls colleagues in, gives them their parts, and can hand it over whole. */
export function CrewEditor({ view, move }: Props) {
  const { t } = useTranslation('workshops')
  const { call } = usePlatform()
  const queryClient = useQueryClient()
  const question = crewQuestion(view.workshopId)
  const { data } = useQuery(answerTo(call, question))
  if (!data?.ok) return null
  const crew = data.value
  const mayChoose = view.role !== null && crewRights.setCrew.roles.includes(view.role)
  async function setCrew(members: readonly CrewMember[]) {
    const wanted = members.map(({ userId, role }) => ({ userId, role }))
    if (await move({ move: 'setCrew', crew: wanted }))
      await queryClient.invalidateQueries({ queryKey: questionKey(question) })
  }
  return (
    <section className="crew" aria-labelledby="crew">
      <h2 id="crew">{t('crew.title')}</h2>
      <ul className="crew__list">
        {crew.members.map(member => (
          <Member
            key={member.userId}
            {...{ member, crew, view, move }}
            onChange={mayChoose ? members => void setCrew(members) : null}
          />
        ))}
      </ul>
      {mayChoose && crew.others.length > 0 && (
        <NewMember crew={crew} onAdd={member => void setCrew([...crew.members, member])} />
      )}
    </section>
  )
}

type MemberProps = Props & {
  member: Crew['members'][number]
  crew: Crew
  /** Null for those who may not choose. */
  onChange: ((members: readonly CrewMember[]) => void) | null
}

function Member({ member, crew, view, move, onChange }: MemberProps) {
  const { t } = useTranslation('workshops')
  const { userId, name, role } = member
  const holds = view.session.control.holder === userId && isSteered(view.session.phase)
  const isFixed = onChange === null || role === 'owner'
  const others = crew.members.filter(other => other.userId !== userId)
  return (
    <li className="crew__member">
      <span className="crew__name">
        {name}
        {holds && <span className="crew__holds"> · {t('crew.holds')}</span>}
      </span>
      {isFixed ? (
        <span>{t(`crew.role.${role}`)}</span>
      ) : (
        <Select
          label={t('crew.roleOf', { name })}
          value={role}
          options={CrewRole.options.map(value => ({ value, label: t(`crew.role.${value}`) }))}
          onChange={event => onChange(withRole(crew, userId, CrewRole.parse(event.target.value)))}
        />
      )}
      <span className="crew__deeds">
        <HandOver member={member} view={view} move={move} />
        {!isFixed && !holds && (
          <Button
            size="small"
            look="quiet"
            aria-label={t('crew.removeName', { name })}
            onClick={() => onChange(others)}
          >
            {t('crew.remove')}
          </Button>
        )}
      </span>
    </li>
  )
}

/** There is one owner: whoever was it goes on as lead. */
function withRole({ members }: Crew, userId: UserId, role: CrewRole): CrewMember[] {
  return members.map(member => {
    if (member.userId === userId) return { userId, role }
    const stepsBack = role === 'owner' && member.role === 'owner'
    return { userId: member.userId, role: stepsBack ? 'lead' : member.role }
  })
}

/** Whoever has control gives it to somebody who can have it. */
function HandOver({
  member: { userId, name, role },
  view,
  move,
}: Pick<MemberProps, 'member' | 'view' | 'move'>) {
  const { t } = useTranslation('workshops')
  const viewer = useViewer()
  const { control, phase } = view.session
  const isMine = viewer.kind === 'account' && control.holder === viewer.id && isSteered(phase)
  if (!isMine || userId === control.holder || !leadingRoles.includes(role)) return null
  return (
    <Button
      size="small"
      aria-label={t('crew.handOverTo', { name })}
      onClick={() => void move({ move: 'grantControl', to: userId })}
    >
      {t('crew.handOver')}
    </Button>
  )
}

function NewMember({ crew, onAdd }: { crew: Crew; onAdd(member: CrewMember): void }) {
  const { t } = useTranslation('workshops')
  const [chosen, setChosen] = useState('')
  const [role, setRole] = useState<CrewRole>('coLead')
  const person = crew.others.find(({ userId }) => userId === chosen) ?? crew.others[0]
  if (person === undefined) return null
  return (
    <div className="crew__add">
      <Select
        label={t('crew.person')}
        value={person.userId}
        options={crew.others.map(({ userId, name }) => ({ value: userId, label: name }))}
        onChange={event => setChosen(event.target.value)}
      />
      <Select
        label={t('crew.as')}
        hint={t(`crew.roleLong.${role}`)}
        value={role}
        options={CrewRole.options
          .filter(value => value !== 'owner')
          .map(value => ({ value, label: t(`crew.role.${value}`) }))}
        onChange={event => setRole(CrewRole.parse(event.target.value))}
      />
      <Button size="small" onClick={() => onAdd({ userId: person.userId, role })}>
        <UserPlus aria-hidden="true" />
        {t('crew.add')}
      </Button>
    </div>
  )
}
