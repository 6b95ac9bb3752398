/** Parses a projection into a tree of fields; decides between inclusion and exclusion and refuses a mix. */
import { type Document, isDocument, isNumber, type Value } from '../bson/value.js'
import { refuse, refuseUnsupported } from '../mongo-error.js'
import { elementTest } from './field-operators.js'
import { type FilterOptions, isOperatorDocument, isTruthy } from './filter.js'
import type { ValueTest } from './value-tests.js'

export type ProjectionNode =
  | { kind: 'include' }
  | { kind: 'exclude' }
  | { kind: 'fields'; fields: Map<string, ProjectionNode> }
  | { kind: 'slice'; skip: Value; limit: Value }
  | { kind: 'elemMatch'; test: ValueTest }
  | { kind: 'positional' }
  | { kind: 'expression'; expression: Value }

export type ProjectionMode = 'include' | 'exclude'

export interface ProjectionTree {
  mode: ProjectionMode
  fields: Map<string, ProjectionNode>
  showId: boolean
}

export function parseProjection(projection: Document, options: FilterOptions): ProjectionTree {
  const parser = new Parser(options)
  for (const [path, value] of Object.entries(projection)) parser.add(path, value)
  return parser.tree()
}

class Parser {
  private readonly fields = new Map<string, ProjectionNode>()
  private mode: ProjectionMode | undefined
  private id: boolean | undefined

  constructor(private readonly options: FilterOptions) {}

  /** `$slice` alone and `{_id: 0}` alone exclude; `{_id: 1}` alone includes. */
  tree(): ProjectionTree {
    const onlySlices = [...this.fields.values()].every(({ kind }) => kind === 'slice')
    const fallback = onlySlices && !(this.id === true && this.fields.size === 0) ? 'exclude' : 'include'
    return { mode: this.mode ?? fallback, fields: this.fields, showId: this.id ?? true }
  }

  add(path: string, value: Value): void {
    if (path === '') refuse('BadValue', 'FieldPath cannot be constructed with empty string')
    if (path.endsWith('.$')) this.put(path.slice(0, -2), { kind: 'positional' }, 'include')
    else if (isNumber(value) || typeof value === 'boolean') this.flag(path, isTruthy(value))
    else if (isOperatorDocument(value)) this.operator(path, value)
    else if (isDocument(value)) this.nested(path, value)
    else this.expression(path, value)
  }

  private flag(path: string, shown: boolean): void {
    if (path === '_id') this.id = shown
    else this.put(path, { kind: shown ? 'include' : 'exclude' }, shown ? 'include' : 'exclude')
  }

  private operator(path: string, value: Document): void {
    const { $slice: slice, $elemMatch: elemMatch, $meta: meta } = value
    if (meta !== undefined) refuseUnsupported('$meta')
    if (isNumber(slice)) this.put(path, { kind: 'slice', skip: undefined, limit: slice })
    else if (Array.isArray(slice) && slice.length === 2 && isNumber(slice[0])) {
      this.put(path, { kind: 'slice', skip: slice[0], limit: slice[1] })
    } else if (isDocument(elemMatch)) {
      this.put(path, { kind: 'elemMatch', test: elementTest(elemMatch, this.options) }, 'include')
    } else this.expression(path, value)
  }

  private nested(path: string, value: Document): void {
    const names = Object.keys(value)
    if (names.length === 0) refuse(51270, 'An empty sub-projection is not a valid value')
    for (const name of names) this.add(`${path}.${name}`, value[name])
  }

  private expression(path: string, expression: Value): void {
    this.put(path, { kind: 'expression', expression }, path === '_id' ? undefined : 'include')
  }

  private put(path: string, node: ProjectionNode, mode?: ProjectionMode): void {
    if (mode) this.setMode(mode, path)
    const parts = path.split('.')
    const last = parts.pop() ?? ''
    let fields = this.fields
    for (const [i, part] of parts.entries()) {
      const existing = fields.get(part)
      if (existing && existing.kind !== 'fields') {
        refuse(
          31250,
          `Path collision at ${path} remaining portion ${[...parts.slice(i + 1), last].join('.')}`,
        )
      }
      const next: ProjectionNode & { kind: 'fields' } = existing ?? { kind: 'fields', fields: new Map() }
      fields.set(part, next)
      fields = next.fields
    }
    if (fields.get(last)?.kind === 'fields') refuse(31249, `Path collision at ${path}`)
    fields.set(last, node)
  }

  private setMode(mode: ProjectionMode, path: string): void {
    if (this.mode && this.mode !== mode) {
      const [code, verb] = mode === 'include' ? [31253, 'inclusion'] : [31254, 'exclusion']
      refuse(
        code,
        `Cannot do ${verb} on field ${path} in ${this.mode === 'include' ? 'inclusion' : 'exclusion'} projection`,
      )
    }
    this.mode = mode
  }
}
