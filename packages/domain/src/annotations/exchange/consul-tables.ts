import { isObject, type LooseObject, listOf } from './loose-json.js'

/**
 * What CONSUL has about the contributions of a legislation process: tables of its database as CSV, the JSON of its own
 * addresses (`{ total, rows }`), or records with what belongs to them inside. They are told apart by their columns.
 */
export type ConsulTables = {
  annotations: LooseObject[]
  comments: LooseObject[]
  users: LooseObject[]
  drafts: LooseObject[]
}

export const noTables = (): ConsulTables => ({ annotations: [], comments: [], users: [], drafts: [] })

/** Adds the rows of one file to the tables; what is none of them is left out. */
export function addRows(tables: ConsulTables, rows: readonly unknown[]): void {
  for (const row of rows) {
    if (!isObject(row)) continue
    if ('quote' in row) addAnnotation(tables, row)
    else if ('commentable_id' in row) tables.comments.push(row)
    else if ('body_html' in row) tables.drafts.push(row)
    else if ('username' in row) tables.users.push(row)
  }
}

/** The lists that a JSON file holds, in whatever order and under whatever name. */
export function consulRowsIn(json: unknown): readonly unknown[] {
  if (!isObject(json)) return listOf(json)
  const lists = Object.values(json).filter(value => Array.isArray(value))
  return lists.length === 0 || 'quote' in json ? [json] : lists.flat(1)
}

function addAnnotation(tables: ConsulTables, row: LooseObject): void {
  tables.annotations.push(row)
  for (const comment of listOf(row.comments))
    if (isObject(comment)) tables.comments.push({ commentable_id: row.id, ...comment })
  for (const owner of [row, ...listOf(row.comments)]) {
    const person = isObject(owner) ? (owner.author ?? owner.user) : null
    if (isObject(person) && 'username' in person) tables.users.push(person)
  }
  if (isObject(row.draft_version)) tables.drafts.push(row.draft_version)
}

/** A value of a table as text: CSV has nothing else, JSON has numbers too; empty is nothing. */
export function cell(row: LooseObject, ...names: string[]): string | null {
  for (const name of names) {
    const value = row[name]
    if (typeof value === 'number' || typeof value === 'bigint') return String(value)
    if (typeof value === 'string' && value.trim() !== '' && value !== '\\N' && value !== 'NULL') return value
  }
  return null
}

/** A moment as CONSUL's database writes it: in UTC, whether it says so or not. */
export function consulMoment(value: string | null): string | null {
  const match = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(\.\d{1,9})?( ?UTC|Z)?$/.exec(value ?? '')
  return match ? `${match[1]}T${match[2]}${(match[3] ?? '').slice(0, 4)}Z` : value
}
