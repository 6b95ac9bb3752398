import { type AnnotationId, GroupId } from '@randnotiz/contract/kit/ids'
import type { AgendaItem, Group } from '@randnotiz/contract/workshops/session'
import { Button } from '@randnotiz/ui/button'
import { Select } from '@randnotiz/ui/select'
import { TextField } from '@randnotiz/ui/text-field'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DropPlace } from './drop-place.js'
import { useDeskContext } from './use-desk.js'

type Props = {
  item: AgendaItem
  group: Group
  number: number
  onDrop(id: AnnotationId): void
  children: ReactNode
}

/** A group with its title; it can be merged into another one, or dissolved. */
export function GroupCard({ item, group, number, onDrop, children }: Props) {
  const { t } = useTranslation('workshops')
  const { move } = useDeskContext()
  const [title, setTitle] = useState<string | null>(null)
  const stepId = item.step.id
  const name = group.title || t('group.untitled', { number })
  const others = item.groups.flatMap(({ id, title }, at) =>
    id === group.id ? [] : [{ value: id as string, label: title || t('group.untitled', { number: at + 1 }) }],
  )
  function keepTitle() {
    if (title !== null && title.trim() !== group.title)
      void move({ move: 'titleGroup', stepId, groupId: group.id, title: title.trim() })
    setTitle(null)
  }
  const head = (
    <div className="group-card__head">
      <TextField
        label={t('group.titleOf', { number })}
        value={title ?? group.title}
        maxLength={200}
        onChange={event => setTitle(event.target.value)}
        onBlur={keepTitle}
        onKeyDown={event => event.key === 'Enter' && keepTitle()}
      />
      <div className="group-card__deeds">
        {others.length > 0 && (
          <Select
            label={t('group.mergeInto', { name })}
            value=""
            options={[{ value: '', label: t('group.choose') }, ...others]}
            onChange={event => {
              const into = GroupId.safeParse(event.target.value)
              if (into.success) void move({ move: 'mergeGroups', stepId, from: group.id, into: into.data })
            }}
          />
        )}
        <Button
          size="small"
          look="quiet"
          aria-label={t('group.removeGroup', { name })}
          onClick={() => void move({ move: 'removeGroup', stepId, groupId: group.id })}
        >
          {t('group.remove')}
        </Button>
      </div>
    </div>
  )
  return (
    <DropPlace label={name} count={group.annotationIds.length} head={head} onDrop={onDrop}>
      {children}
    </DropPlace>
  )
}
