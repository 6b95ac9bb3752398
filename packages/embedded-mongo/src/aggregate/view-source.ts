/**
 * Where a name leads when it is read: to a collection, or through views to one, with the stages on the way. Views may stand
 * on views, so creating one looks for cycles and for chains that are too long, as MongoDB does.
 */
import { collatorFor, parseCollation, sameCollation } from '../bson/collation.js'
import { type Document, isDocument, isText, textOf, type Value } from '../bson/value.js'
import { refuse } from '../mongo-error.js'
import type { Catalog } from '../storage/catalog.js'
import type { Collection } from '../storage/collection.js'
import type { View, ViewDefinition } from '../storage/view.js'

export interface Source {
  /** Undefined when it does not exist: it is empty then. */
  collection: Collection | undefined
  /** What the views do, before anything else. */
  stages: Document[]
  /** The view that was named. */
  view: View | undefined
}

const MAX_VIEW_DEPTH = 20
const WRITING = new Set(['$out', '$merge'])

export function sourceOf(catalog: Catalog, database: string, name: string): Source {
  const named = catalog.findView(database, name)
  const stages: Document[] = []
  let [view, target] = [named, name]
  while (view) {
    stages.unshift(...view.pipeline)
    target = view.on
    view = catalog.findView(database, target)
  }
  return { collection: catalog.find(database, target), stages, view: named }
}

/** The collation of a query: the view's own, which cannot be overridden, else the asked one, else the collection's. */
export function sourceCollation({ collection, view }: Source, asked: Value): Document {
  const requested = parseCollation(asked)
  if (!view) return requested ?? collectionCollation(collection, asked)
  if (asked !== undefined && !sameCollation(requested, view.collation)) {
    refuse('OptionNotSupportedOnView', "Cannot override a view's default collation")
  }
  return view.collation ?? SIMPLE
}

const SIMPLE: Document = { locale: 'simple' }

function collectionCollation(collection: Collection | undefined, asked: Value): Document {
  const own = asked === undefined ? collection?.options.collation : undefined
  return isDocument(own) ? own : SIMPLE
}

/** Refuses a view that writes, that stands on itself, or that stands on too many others. */
export function assertViewFits(
  catalog: Catalog,
  database: string,
  name: string,
  definition: ViewDefinition,
): void {
  const writing = definition.pipeline.flatMap(stage => Object.keys(stage)).find(stage => WRITING.has(stage))
  if (writing) refuse('OptionNotSupportedOnView', `The ${writing} stage cannot be used in a view definition`)
  collatorFor(definition.collation)
  const base = catalog.findView(database, definition.on)
  if (base && !sameCollation(base.collation, definition.collation)) {
    refuse('OptionNotSupportedOnView', `View ${name} has another collation than the view it is on`)
  }
  new Chain(catalog, database, name).below(definition)
}

class Chain {
  private readonly depths = new Map<string, number>()

  constructor(
    private readonly catalog: Catalog,
    private readonly database: string,
    private readonly name: string,
  ) {}

  /** How many views there are from this one down. */
  below(view: ViewDefinition): number {
    const depth = 1 + Math.max(0, ...[view.on, ...namesReadBy(view.pipeline)].map(name => this.depthOf(name)))
    if (depth > MAX_VIEW_DEPTH) {
      refuse('ViewDepthLimitExceeded', `View depth limit exceeded; maximum depth is ${MAX_VIEW_DEPTH}`)
    }
    return depth
  }

  private depthOf(name: string): number {
    if (name === this.name) refuse('GraphContainsCycle', `View cycle detected: ${this.database}.${name}`)
    const known = this.depths.get(name)
    if (known !== undefined) return known
    const view = this.catalog.findView(this.database, name)
    const depth = view ? this.below(view) : 0
    this.depths.set(name, depth)
    return depth
  }
}

/** The collections that stages read, also inside pipelines of their own. */
function namesReadBy(value: Value): string[] {
  if (Array.isArray(value)) return value.flatMap(namesReadBy)
  if (!isDocument(value)) return []
  return Object.entries(value).flatMap(([name, argument]) => [
    ...namesIn(name, argument),
    ...namesReadBy(argument),
  ])
}

function namesIn(stage: string, argument: Value): string[] {
  if (stage === '$unionWith' && isText(argument)) return [textOf(argument)]
  if (!isDocument(argument)) return []
  const name =
    stage === '$unionWith'
      ? argument.coll
      : /^\$(lookup|graphLookup)$/.test(stage)
        ? argument.from
        : undefined
  return isText(name) ? [textOf(name)] : []
}
