/** Updates made of operators, such as `{$set: …, $inc: …}`: parsed once, applied to a copy of each document. */
import { equalValues } from '../bson/compare.js'
import { typeName } from '../bson/type-names.js'
import {
  cloneDocument,
  type Document,
  fieldOf,
  isDocument,
  isText,
  setField,
  textOf,
  type Value,
} from '../bson/value.js'
import { refuse } from '../mongo-error.js'
import type { FilterOptions } from '../query/filter.js'
import { isArrayPosition } from '../query/path-walk.js'
import { type ArrayFilters, assertFiltersUsed, compileArrayFilters } from './array-filters.js'
import type { UpdateContext, Updater } from './compile-update.js'
import { compileModifier, type Modifier } from './field-modifiers.js'
import { PathFollower } from './update-path.js'

interface Action {
  operator: string
  path: string[]
  modify: Modifier
}
interface Rename {
  from: string[]
  to: string[]
}

export interface UpdateOptions extends FilterOptions {
  arrayFilters?: Value
}

/** These leave a missing path missing. */
const WITHOUT_CREATION = new Set(['$unset', '$pull', '$pullAll', '$pop'])

export function compileOperatorUpdate(update: Document, options: UpdateOptions): Updater {
  const parser = new Parser(options)
  for (const [operator, fields] of Object.entries(update)) parser.operator(operator, fields)
  return parser.updater()
}

class Parser {
  private readonly actions: Action[] = []
  private readonly renames: Rename[] = []
  private readonly paths: string[] = []
  private readonly filters: ArrayFilters

  constructor(private readonly options: UpdateOptions) {
    this.filters = compileArrayFilters(options.arrayFilters, options)
  }

  /** New fields appear in the order of their names, whichever operator makes them; array positions in numeric order. */
  updater(): Updater {
    assertFiltersUsed(this.filters, this.paths)
    this.actions.sort((a, b) => comparePaths(a.path, b.path))
    return {
      kind: 'operators',
      apply: (document, context) => this.apply(cloneDocument(document), context),
    }
  }

  operator(operator: string, fields: Value): void {
    if (!isDocument(fields)) {
      refuse(
        'FailedToParse',
        `Modifiers operate on fields but we found type ${typeName(fields)} instead. For example: {$mod: {<field>: ...}} not {${operator}: ${String(fields)}}`,
      )
    }
    for (const path of Object.keys(fields)) {
      this.claim(path)
      if (operator === '$rename') this.rename(path, fields[path])
      else this.action(operator, path, fields[path])
    }
  }

  private action(operator: string, path: string, argument: Value): void {
    const modify = compileModifier({ operator, path, argument, options: this.options })
    this.actions.push({ operator, path: path.split('.'), modify })
  }

  private rename(from: string, to: Value): void {
    if (!isText(to)) refuse('BadValue', `The 'to' field for $rename must be a string: ${from}: ${String(to)}`)
    if (textOf(to) === from)
      refuse('BadValue', `The source and target field for $rename must differ: ${from}`)
    this.claim(textOf(to))
    this.renames.push({ from: from.split('.'), to: textOf(to).split('.') })
  }

  private claim(path: string): void {
    if (path.split('.').includes('')) {
      refuse(
        'EmptyFieldName',
        `The update path '${path}' contains an empty field name, which is not allowed.`,
      )
    }
    for (const other of this.paths) {
      if (other === path || other.startsWith(`${path}.`) || path.startsWith(`${other}.`)) {
        const shorter = other.length < path.length ? other : path
        refuse(
          'ConflictingUpdateOperators',
          `Updating the path '${path}' would create a conflict at '${shorter}'`,
        )
      }
    }
    this.paths.push(path)
  }

  private apply(document: Document, context: UpdateContext): Document {
    const id = fieldOf(document, '_id')
    for (const { operator, path, modify } of this.actions) {
      if (operator === '$setOnInsert' && !context.inserting) continue
      const pathContext = {
        filters: this.filters,
        matched: context.position?.index,
        creates: !WITHOUT_CREATION.has(operator),
      }
      new PathFollower(path, pathContext, slot => modify(slot, context)).follow(document)
    }
    for (const rename of this.renames) moveField(document, rename)
    if (id !== undefined && !equalValues(id, fieldOf(document, '_id'))) {
      refuse(
        'ImmutableField',
        `Performing an update on the path '_id' would modify the immutable field '_id'`,
      )
    }
    return document
  }
}

function comparePaths(left: string[], right: string[]): number {
  for (const [i, part] of left.entries()) {
    const other = right[i]
    if (other === undefined) return 1
    if (part === other) continue
    if (isArrayPosition(part) && isArrayPosition(other)) return Number(part) - Number(other)
    return part < other ? -1 : 1
  }
  return -1
}

function moveField(document: Document, { from, to }: Rename): void {
  const source = parentOf(document, from, 'existing')
  const name = from.at(-1) ?? ''
  const value = source && fieldOf(source, name)
  if (!source || value === undefined) return
  delete source[name]
  const target = parentOf(document, to, 'created')
  if (target) setField(target, to.at(-1) ?? '', value)
}

function parentOf(document: Document, path: string[], missing: 'existing' | 'created'): Document | undefined {
  let parent = document
  for (const part of path.slice(0, -1)) {
    let next = fieldOf(parent, part)
    if (next === undefined && missing === 'created') {
      next = {}
      setField(parent, part, next)
    }
    if (Array.isArray(next))
      refuse('BadValue', `The source and target field of $rename cannot be an array element: '${part}'`)
    if (!isDocument(next)) {
      if (missing === 'existing') return undefined
      refuse('PathNotViable', `Cannot create field in element {${part}}`)
    }
    parent = next
  }
  return parent
}
