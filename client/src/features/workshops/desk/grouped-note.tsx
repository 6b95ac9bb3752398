import { GroupId } from '@randnotiz/contract/kit/ids'
import type { Contribution } from '@randnotiz/contract/workshops/contributions'
import type { Group } from '@randnotiz/contract/workshops/session'
import { Button } from '@randnotiz/ui/button'
import { useTranslation } from 'react-i18next'
import { noteDragType } from './drop-place.js'

type Props = {
  contribution: Contribution
  groups: readonly Group[]
  current: GroupId | null
  suggested: GroupId | null
  onMove(groupId: GroupId | null): void
}

/** A contribution that can be put into another group. */
export function GroupedNote({ contribution, groups, current, suggested, onMove }: Props) {
  const { t } = useTranslation('workshops')
  const nameOf = (id: GroupId) => {
    const at = groups.findIndex(group => group.id === id)
    return groups[at]?.title || t('group.untitled', { number: at + 1 })
  }
  return (
    <li
      className="grouped-note"
      draggable
      onDragStart={event => {
        event.dataTransfer.setData(noteDragType, contribution.id)
        event.dataTransfer.effectAllowed = 'move'
      }}
    >
      <p>{contribution.replacement ?? contribution.body}</p>
      {suggested !== null && (
        <Button size="small" look="quiet" onClick={() => onMove(suggested)}>
          {t('group.suggested', { name: nameOf(suggested) })}
        </Button>
      )}
      <label className="grouped-note__move">
        <span className="visually-hidden">
          {t('group.moveNote', { beginning: contribution.body.slice(0, 40) })}
        </span>
        <select
          value={current ?? ''}
          onChange={event => onMove(GroupId.safeParse(event.target.value).data ?? null)}
        >
          <option value="">{t('group.loose')}</option>
          {groups.map(({ id }) => (
            <option key={id} value={id}>
              {nameOf(id)}
            </option>
          ))}
        </select>
      </label>
    </li>
  )
}
