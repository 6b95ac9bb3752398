import type { ImportRow } from '@randnotiz/contract/annotations/exchange/import'

/** What needs a person's eye comes first. */
export const groupNames = ['refused', 'orphaned', 'suggested', 'changed', 'exact', 'whole', 'known'] as const
export type GroupName = (typeof groupNames)[number]

export type ImportGroup = { name: GroupName; rows: ImportRow[] }

export function groupOf(row: ImportRow): GroupName {
  if (row.outcome === 'refused' || row.outcome === 'known') return row.outcome
  return row.place.status
}

/** The rows of a report by what becomes of them, without empty groups. */
export function groupsOf(rows: readonly ImportRow[]): ImportGroup[] {
  return groupNames
    .map(name => ({ name, rows: rows.filter(row => groupOf(row) === name) }))
    .filter(group => group.rows.length > 0)
}

/** How many rows a next step would take over. */
export const newIn = (rows: readonly ImportRow[]) => rows.filter(({ outcome }) => outcome === 'new').length
