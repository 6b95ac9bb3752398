import { type AnnotationId, GroupId } from '@randnotiz/contract/kit/ids'
import type { Contribution } from '@randnotiz/contract/workshops/contributions'
import type { AgendaItem } from '@randnotiz/contract/workshops/session'
import { similarBundles, similarGroup } from '@randnotiz/domain/workshops/similar'
import { Button } from '@randnotiz/ui/button'
import { FolderPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { newUuid } from '../live/new-ids.js'
import { DropPlace } from './drop-place.js'
import { GroupCard } from './group-card.js'
import { GroupedNote } from './grouped-note.js'
import { useDeskContext } from './use-desk.js'

type Props = { item: AgendaItem; said: readonly Contribution[] }

/** Putting contributions into groups: by dragging, or by the list at each of them, which every keyboard and thumb can use. */
export function GroupingBoard({ item, said }: Props) {
  const { t } = useTranslation('workshops')
  const { view, move } = useDeskContext()
  const stepId = item.step.id
  const held = new Set(view.session.heldBack.map(({ annotationId }) => annotationId))
  const shown = said.filter(({ id }) => !held.has(id))
  const byId = new Map(shown.map(one => [one.id, one]))
  const grouped = new Set(item.groups.flatMap(({ annotationIds }) => annotationIds))
  const loose = shown.filter(({ id }) => !grouped.has(id))
  const textOf = (id: AnnotationId) => byId.get(id)?.body ?? ''
  const known = item.groups.map(({ id, annotationIds }) => ({ id, texts: annotationIds.map(textOf) }))
  const bundles = similarBundles(loose.map(({ id, body }) => ({ id, text: body }))).slice(0, 3)

  const makeGroup = (annotationIds: readonly AnnotationId[]) =>
    void move({
      move: 'makeGroup',
      stepId,
      groupId: GroupId.parse(newUuid()),
      title: '',
      annotationIds: [...annotationIds],
    })
  const moveTo = (groupId: GroupId | null, ids: readonly AnnotationId[]) =>
    void move({ move: 'moveToGroup', stepId, groupId, annotationIds: [...ids] })

  return (
    <section className="panel grouping" aria-labelledby="grouping">
      <header className="grouping__head">
        <h2 id="grouping">{t('group.title')}</h2>
        <Button size="small" onClick={() => makeGroup([])}>
          <FolderPlus aria-hidden="true" />
          {t('group.add')}
        </Button>
      </header>
      {bundles.length > 0 && (
        <ul className="grouping__bundles">
          {bundles.map(ids => (
            <li key={ids.join(' ')}>
              <span>
                {t('group.similar', { count: ids.length, beginning: ids.slice(0, 1).map(textOf).join() })}
              </span>
              <Button size="small" onClick={() => makeGroup(ids)}>
                {t('group.together')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="grouping__board">
        <DropPlace label={t('group.loose')} count={loose.length} onDrop={id => moveTo(null, [id])}>
          {loose.map(one => {
            const like = similarGroup(one.body, known)
            return (
              <GroupedNote
                key={one.id}
                contribution={one}
                groups={item.groups}
                current={null}
                suggested={like?.groupId ?? null}
                onMove={groupId => moveTo(groupId, [one.id])}
              />
            )
          })}
        </DropPlace>
        {item.groups.map((group, at) => (
          <GroupCard
            key={group.id}
            item={item}
            group={group}
            number={at + 1}
            onDrop={id => moveTo(group.id, [id])}
          >
            {group.annotationIds.flatMap(id => {
              const one = byId.get(id)
              return one
                ? [
                    <GroupedNote
                      key={id}
                      contribution={one}
                      groups={item.groups}
                      current={group.id}
                      suggested={null}
                      onMove={groupId => moveTo(groupId, [id])}
                    />,
                  ]
                : []
            })}
          </GroupCard>
        ))}
      </div>
    </section>
  )
}
