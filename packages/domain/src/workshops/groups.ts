import type { AnnotationId, GroupId } from '@randnotiz/contract/kit/ids'
import type { Group } from '@randnotiz/contract/workshops/session'

/** Puts contributions at the end of a group and out of every other one; null leaves them without a group. */
export function moveToGroup(
  groups: readonly Group[],
  to: GroupId | null,
  moved: readonly AnnotationId[],
): Group[] {
  const moving = new Set(moved)
  return groups.map(group => {
    const staying = group.annotationIds.filter(id => !moving.has(id))
    return { ...group, annotationIds: group.id === to ? [...staying, ...moving] : staying }
  })
}

/** The merged group keeps the title of `into`, or takes that of `from` when it has none. */
export function mergeGroups(groups: readonly Group[], from: GroupId, into: GroupId): Group[] {
  const source = groups.find(group => group.id === from)
  if (!source || from === into) return [...groups]
  return groups
    .filter(group => group.id !== from)
    .map(group =>
      group.id === into
        ? {
            ...group,
            title: group.title || source.title,
            annotationIds: [...group.annotationIds, ...source.annotationIds],
          }
        : group,
    )
}
