import type { DeskQuery } from '@randnotiz/contract/answers/desk'
import { deskPath } from './desk-questions.js'

type Changed = Partial<Record<keyof DeskQuery, string | undefined>>

/** The desk with another choice; a page further on belongs to the choice before. */
export function addressWith(query: DeskQuery, changed: Changed): string {
  const said = searchOf({ ...query, after: undefined, ...changed })
  return said === '' ? deskPath : `${deskPath}?${said}`
}

export function searchOf(query: Changed): string {
  const said = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) said.set(name, value)
  return said.toString()
}
