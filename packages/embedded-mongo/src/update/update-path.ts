/**
 * Following an update's path through a document: plain fields are created where missing, `$` is the element the query
 * matched, `$[]` every element, `$[name]` those that pass the array filter of that name.
 */
import { type Document, isDocument, type Value } from '../bson/value.js'
import { refuse } from '../mongo-error.js'
import { isArrayPosition } from '../query/path-walk.js'
import type { ArrayFilters } from './array-filters.js'
import { Slot } from './slot.js'

/** Arrays grow by at most this many nulls when a far position is set; MongoDB's own limit. */
const MAX_PADDING = 1_500_000

export interface PathContext {
  filters: ArrayFilters
  /** The array element the query matched. */
  matched: number | undefined
  /** Missing fields on the way are created. */
  creates: boolean
}

export class PathFollower {
  constructor(
    private readonly path: readonly string[],
    private readonly context: PathContext,
    private readonly visit: (slot: Slot) => void,
  ) {}

  follow(document: Document): void {
    this.into(document, 0)
  }

  private into(node: Value, depth: number): void {
    const part = this.path[depth] ?? ''
    if (part === '$[]' || /^\$\[.*\]$/.test(part)) this.everyElement(node, depth)
    else this.at(node, part === '$' ? this.matchedPosition() : part, depth)
  }

  private matchedPosition(): string {
    const { matched } = this.context
    if (matched === undefined) {
      refuse('BadValue', 'The positional operator did not find the match needed from the query.')
    }
    return String(matched)
  }

  private everyElement(node: Value, depth: number): void {
    if (!Array.isArray(node)) {
      refuse(
        'BadValue',
        `The path '${this.path.slice(0, depth).join('.')}' must exist in the document in order to apply array updates.`,
      )
    }
    const part = this.path[depth] ?? ''
    const accepts = part === '$[]' ? () => true : this.context.filters.get(part.slice(2, -1))
    for (let i = 0; i < node.length; i++)
      if (accepts?.(node[i])) this.arrive(new Slot(node, String(i)), depth)
  }

  private at(node: Value, name: string, depth: number): void {
    if (Array.isArray(node)) {
      if (this.hasRoom(node, name, depth)) this.arrive(new Slot(node, name), depth)
    } else if (isDocument(node)) {
      this.arrive(new Slot(node, name), depth)
    } else if (this.context.creates) {
      this.refuseCreation(name, depth)
    }
  }

  private hasRoom(array: Value[], name: string, depth: number): boolean {
    if (!isArrayPosition(name)) return this.context.creates ? this.refuseCreation(name, depth) : false
    const position = Number(name)
    if (position < array.length) return true
    if (!this.context.creates) return false
    if (position > array.length + MAX_PADDING)
      refuse('BadValue', 'too many elements would be added to the array')
    while (array.length < position) array.push(null)
    return true
  }

  private refuseCreation(name: string, depth: number): never {
    refuse('PathNotViable', `Cannot create field '${name}' in element {${this.path[depth - 1] ?? ''}: ...}`)
  }

  private arrive(slot: Slot, depth: number): void {
    if (depth === this.path.length - 1) this.visit(slot)
    else if (slot.value !== undefined) this.into(slot.value, depth + 1)
    else if (this.context.creates) this.create(slot, depth)
  }

  /** The new document is linked only after its content was accepted. */
  private create(slot: Slot, depth: number): void {
    const child: Document = {}
    this.into(child, depth + 1)
    slot.value = child
  }
}
