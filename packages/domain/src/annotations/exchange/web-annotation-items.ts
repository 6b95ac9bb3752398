import { isObject, type LooseObject, listOf, textIn } from './loose-json.js'

/** A text that came along, by its name in the file. */
export type IncludedText = { value: string; excerpt: boolean }

export type WebAnnotationFile = {
  items: readonly unknown[]
  texts: ReadonlyMap<string, IncludedText>
}

/** Annotations may come alone, in a list, on a page, in a collection with its first page, or as a service answers a search. */
export function readWebAnnotationFile(json: unknown): WebAnnotationFile {
  const texts = new Map<string, IncludedText>()
  if (!isObject(json)) return { items: listOf(json), texts }
  for (const text of listOf(json['rn:texts'])) {
    if (!isObject(text)) continue
    const [id, value] = [textIn(text, 'id'), textIn(text, 'value')]
    if (id !== null && value !== null) texts.set(id, { value, excerpt: text['rn:excerpt'] === true })
  }
  return { items: itemsIn(json), texts }
}

function itemsIn(json: LooseObject): readonly unknown[] {
  const { first } = json
  for (const list of [json.items, isObject(first) ? first.items : undefined, json['@graph'], json.rows])
    if (list !== undefined) return listOf(list)
  // A collection without contributions; or one whose pages are elsewhere, which is not fetched.
  return 'first' in json || 'total' in json ? [] : [json]
}

/** So many texts of one document are looked up by their fingerprints; more would fill the memory. */
const mostFingerprints = 200

/** Fingerprints of the texts that are quoted and did not come along. */
export function fingerprintsIn({ items, texts }: WebAnnotationFile): string[] {
  const found = new Set<string>()
  for (const item of items) {
    if (!isObject(item)) continue
    for (const target of listOf(item.target)) {
      const state = isObject(target) ? listOf(target.state).find(isObject) : undefined
      const sha256 = state && textIn(state, 'rn:sha256')
      if (sha256 && /^[0-9a-f]{64}$/.test(sha256) && !texts.has(textIn(state, 'cached') ?? ''))
        found.add(sha256)
      if (found.size === mostFingerprints) return [...found]
    }
  }
  return [...found]
}
