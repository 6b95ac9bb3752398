/** Looking into JSON that others wrote: everything may be missing, or something else. */
export type LooseObject = { readonly [key: string]: unknown }

export const isObject = (value: unknown): value is LooseObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** JSON-LD writes a single thing without brackets. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

export const textIn = (object: LooseObject, key: string): string | null => {
  const value = object[key]
  return typeof value === 'string' ? value : null
}

/** Types and purposes as bare words, whether they came with a prefix, as an IRI, or as they are. */
export function wordsIn(object: LooseObject, key: string): string[] {
  return listOf(object[key]).flatMap(value =>
    typeof value === 'string' ? [value.replace(/^.*[#/:]/, '')] : [],
  )
}
