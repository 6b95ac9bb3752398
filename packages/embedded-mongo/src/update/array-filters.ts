/** `arrayFilters`: one filter for each `$[name]` of the update, all of them used. */
import { type Document, isDocument, type Value } from '../bson/value.js'
import { refuse } from '../mongo-error.js'
import { compileFilter, type FilterOptions, isFieldName } from '../query/filter.js'

export type ArrayFilters = Map<string, (element: Value) => boolean>

export function compileArrayFilters(list: Value, options: FilterOptions): ArrayFilters {
  const filters: ArrayFilters = new Map()
  for (const filter of Array.isArray(list) ? list.filter(isDocument) : []) {
    const name = filterName(filter)
    if (filters.has(name))
      refuse('FailedToParse', `Found multiple array filters with the same top-level field name ${name}`)
    const matches = compileFilter(filter, options)
    filters.set(name, element => matches({ [name]: element }))
  }
  return filters
}

/** Refuses a path that names a filter there is none for, and a filter that no path names. */
export function assertFiltersUsed(filters: ArrayFilters, paths: readonly string[]): void {
  const used = new Set<string>()
  for (const path of paths) {
    for (const [, name] of path.matchAll(/\$\[([^\]]+)\]/g)) {
      if (!name) continue
      if (!filters.has(name))
        refuse('BadValue', `No array filter found for identifier '${name}' in path '${path}'`)
      used.add(name)
    }
  }
  for (const name of filters.keys()) {
    if (!used.has(name))
      refuse('FailedToParse', `The array filter for identifier '${name}' was not used in the update`)
  }
}

function filterName(filter: Document): string {
  const names = new Set(topLevelNames(filter))
  const [name] = names
  if (name === undefined) {
    refuse('FailedToParse', 'Cannot use an expression without a top-level field name in arrayFilters')
  }
  if (names.size > 1) {
    refuse(
      'FailedToParse',
      `Error parsing array filter :: caused by :: Expected a single top-level field name, found '${[...names].join("' and '")}'`,
    )
  }
  if (!/^[a-z][a-zA-Z0-9]*$/.test(name)) {
    refuse(
      'BadValue',
      `Error parsing array filter :: caused by :: The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${name}'`,
    )
  }
  return name
}

function topLevelNames(filter: Document): string[] {
  return Object.entries(filter).flatMap(([name, value]) => {
    if (isFieldName(name)) return name.split('.').slice(0, 1)
    return Array.isArray(value) ? value.filter(isDocument).flatMap(topLevelNames) : []
  })
}
