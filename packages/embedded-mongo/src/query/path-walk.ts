/**
 * Dotted paths reach into arrays: `a.b` names the field `b` of every document in the array `a`, and `a.0` its first
 * element. Matching, `distinct` and `$lookup` all see the same values, found here.
 */
import { type Document, fieldOf, isDocument, type Value } from '../bson/value.js'

/** Called with each value and the index of the first array crossed on the way; returns true to stop the walk. */
export type Visitor = (value: Value, arrayIndex: number | undefined) => boolean

/** `elements`: an array at the end of the path yields its elements and then itself; `whole`: only itself. */
export type LeafMode = 'elements' | 'whole'

export const isArrayPosition = (part: string): boolean => /^(0|[1-9]\d*)$/.test(part)

/** True when a visitor stopped the walk. A path that ends in nothing yields `undefined`. */
export function walkPath(
  document: Document,
  path: readonly string[],
  mode: LeafMode,
  visit: Visitor,
): boolean {
  return new PathWalk(path, mode, visit).inDocument(document, 0, undefined)
}

class PathWalk {
  constructor(
    private readonly path: readonly string[],
    private readonly mode: LeafMode,
    private readonly visit: Visitor,
  ) {}

  inDocument(document: Document, depth: number, crossed: number | undefined): boolean {
    const value = fieldOf(document, this.path[depth] ?? '')
    if (depth === this.path.length - 1) return this.leaf(value, crossed)
    if (Array.isArray(value)) return this.inArray(value, depth + 1, crossed)
    return isDocument(value) ? this.inDocument(value, depth + 1, crossed) : this.visit(undefined, crossed)
  }

  private inArray(array: Value[], depth: number, crossed: number | undefined): boolean {
    const part = this.path[depth] ?? ''
    const position = isArrayPosition(part) ? Number(part) : -1
    for (const [i, element] of array.entries()) {
      if (isDocument(element) && this.inDocument(element, depth, crossed ?? i)) return true
      if (i === position && this.atPosition(element, depth, crossed ?? i)) return true
    }
    return false
  }

  private atPosition(element: Value, depth: number, crossed: number): boolean {
    if (depth === this.path.length - 1) return this.leaf(element, crossed)
    if (Array.isArray(element)) return this.inArray(element, depth + 1, crossed)
    return isDocument(element) && this.inDocument(element, depth + 1, crossed)
  }

  private leaf(value: Value, crossed: number | undefined): boolean {
    if (this.mode === 'elements' && Array.isArray(value)) {
      for (const [i, element] of value.entries()) if (this.visit(element, crossed ?? i)) return true
    }
    return this.visit(value, crossed)
  }
}
