/**
 * The values a document has at several paths at once, as rows: what an index stores of it, and what it is sorted by. A path
 * that crosses an array has a value for every element; paths that cross the same array stay together, element by element.
 * An empty array counts as `undefined`, which is just below null; a missing field counts as null.
 */
import { type Document, fieldOf, isDocument, type Value } from '../bson/value.js'
import { isArrayPosition } from './path-walk.js'

export interface KeyRows {
  rows: Value[][]
  /** Some path crosses an array. */
  multikey: boolean
  /** Some path leads to a value. */
  present: boolean
}

/** `refuseParallel` is called for a path that crosses another array than one before it; two cannot be combined. */
export function keyRowsOf(
  document: Document,
  paths: readonly (readonly string[])[],
  refuseParallel: (path: number) => never,
): KeyRows {
  const expansion = new Expansion(refuseParallel)
  expansion.expand(paths.map(([first = '', ...rest]) => advance(fieldOf(document, first), rest)))
  return expansion
}

/** How far a field's path has been followed: to its value, or to an array it must go through. */
type Progress =
  | { state: 'done'; value: Value }
  | { state: 'missing' }
  | { state: 'at-array'; array: Value[]; rest: string[] }

class Expansion implements KeyRows {
  readonly rows: Value[][] = []
  multikey = false
  present = false

  constructor(private readonly refuseParallel: (path: number) => never) {}

  expand(fields: Progress[]): void {
    const array = this.sharedArray(fields)
    if (!array) {
      this.present ||= fields.some(field => field.state === 'done')
      this.rows.push(fields.map(field => (field.state === 'done' ? field.value : null)))
      return
    }
    this.multikey = true
    this.present = true
    if (array.length === 0) this.expand(fields.map(emptyArray))
    for (const element of array) this.expand(fields.map(field => enter(field, element)))
  }

  private sharedArray(fields: Progress[]): Value[] | undefined {
    let shared: Value[] | undefined
    for (const [i, field] of fields.entries()) {
      if (field.state !== 'at-array') continue
      if (shared && shared !== field.array) this.refuseParallel(i)
      shared = field.array
    }
    return shared
  }
}

function advance(node: Value, path: string[]): Progress {
  const [part, ...rest] = path
  if (Array.isArray(node)) {
    if (part === undefined || !isArrayPosition(part) || Number(part) >= node.length) {
      return { state: 'at-array', array: node, rest: path }
    }
    return advance(node[Number(part)], rest)
  }
  if (part === undefined) return node === undefined ? { state: 'missing' } : { state: 'done', value: node }
  return isDocument(node) ? advance(fieldOf(node, part), rest) : { state: 'missing' }
}

/** An element is taken whole at the end of the path, even if it is an array itself. */
function enter(field: Progress, element: Value): Progress {
  if (field.state !== 'at-array') return field
  if (field.rest.length === 0) return { state: 'done', value: element }
  return isDocument(element) ? advance(element, field.rest) : { state: 'missing' }
}

function emptyArray(field: Progress): Progress {
  if (field.state !== 'at-array') return field
  return field.rest.length === 0 ? { state: 'done', value: undefined } : { state: 'missing' }
}
