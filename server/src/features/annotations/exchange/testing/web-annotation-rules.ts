/**
 * What the Web Annotation data model (https://www.w3.org/TR/annotation-model/) demands, for tests: names in brackets are
 * the sections. Answers every violation as a sentence; an empty list is a valid document.
 */
import jsonld from 'jsonld'
import { webAnnotationTerms } from './web-annotation-terms.js'

type Node = Record<string, unknown>
type Report = (where: string, sentence: string) => void

const contextAddress = 'http://www.w3.org/ns/anno.jsonld'

/** Expands as a program would that understands JSON-LD; throws for a term that nobody defines. */
export async function expand(document: object): Promise<Node[]> {
  const documentLoader = async (url: string) => {
    if (url !== contextAddress) throw new Error(`no such context: ${url}`)
    return { documentUrl: url, document: { '@context': webAnnotationTerms } }
  }
  // Safe mode, which its types do not know yet, refuses what would be dropped silently.
  const options = { documentLoader, safe: true }
  return (await jsonld.expand(JSON.parse(JSON.stringify(document)), options)) as Node[]
}

export function violations(collection: unknown): string[] {
  const found: string[] = []
  const report: Report = (where, sentence) => found.push(`${where}: ${sentence}`)
  if (!isNode(collection)) return ['the document is no object']
  checkCollection(collection, report)
  return found
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const list = (value: unknown): unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]
const isIri = (value: unknown) =>
  typeof value === 'string' && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(value)
const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0
const isDateTime = (value: unknown) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value)

/** [4. Collections] */
function checkCollection(collection: Node, report: Report): void {
  const contexts = list(collection['@context'])
  if (!contexts.includes(contextAddress)) report('collection', 'has no Web Annotation context')
  if (!isIri(collection.id)) report('collection', 'has exactly one IRI')
  if (!list(collection.type).includes('AnnotationCollection')) report('collection', 'has its type')
  if (!isCount(collection.total)) report('collection', 'total is a non-negative integer')
  if (list(collection.label).some(label => typeof label !== 'string')) report('collection', 'label is text')
  if (!list(collection.rights).every(isIri)) report('collection', 'rights are IRIs')
  const { first } = collection
  if (first === undefined) return void (collection.total === 0 || report('collection', 'has no first page'))
  if (!isNode(first)) return void report('page', 'is not embedded')
  if (!isIri(first.id) || first.partOf !== collection.id) report('page', 'has an IRI and its collection')
  if (!list(first.type).includes('AnnotationPage') || first.startIndex !== 0)
    report('page', 'is the first one')
  const items = first.items
  if (!Array.isArray(items) || items.length === 0) return void report('page', 'has an array of items')
  if (items.length !== collection.total) report('collection', 'total counts the items')
  const ids = items.map(item => (isNode(item) ? item.id : undefined))
  if (new Set(ids).size !== ids.length) report('page', 'names two annotations alike')
  for (const [position, item] of items.entries()) checkAnnotation(item, `item ${position}`, report)
}

const motivations = ['assessing', 'bookmarking', 'classifying', 'commenting', 'describing', 'editing'].concat(
  ['highlighting', 'identifying', 'linking', 'moderating', 'questioning', 'replying', 'tagging'],
)

/** [3.1 Annotations, 3.3 Other properties] */
function checkAnnotation(annotation: unknown, where: string, report: Report): void {
  if (!isNode(annotation)) return void report(where, 'is no object')
  if (!isIri(annotation.id)) report(where, 'has exactly one IRI')
  if (!list(annotation.type).includes('Annotation')) report(where, 'has the type Annotation')
  if (list(annotation.target).length === 0) report(where, 'has one or more targets')
  if (list(annotation.created).length > 1 || !list(annotation.created).every(isDateTime))
    report(where, 'created is at most one xsd:dateTime')
  if (!list(annotation.motivation).every(one => motivations.includes(String(one))))
    report(where, 'motivations are those of the model')
  if (!list(annotation.canonical).every(isIri) || list(annotation.canonical).length > 1)
    report(where, 'canonical is at most one IRI')
  for (const creator of list(annotation.creator)) checkAgent(creator, where, report)
  for (const body of list(annotation.body)) checkBody(body, `${where} body`, report)
  for (const target of list(annotation.target)) checkTarget(target, `${where} target`, report)
  for (const key of Object.keys(annotation))
    if (!(key in webAnnotationTerms) && !key.startsWith('rn:')) report(where, `${key} is nobody's word`)
}

/** [3.3.1 Agents] */
function checkAgent(agent: unknown, where: string, report: Report): void {
  if (isIri(agent)) return
  if (!isNode(agent) || typeof agent.name !== 'string') return void report(where, 'creator has a name')
  if ('email' in agent || 'email_sha1' in agent || 'account' in agent) report(where, 'creator is a name only')
}

/** [3.2.4 Embedded Textual Body, 3.3.5 Purpose] */
function checkBody(body: unknown, where: string, report: Report): void {
  if (isIri(body)) return
  if (!isNode(body) || !list(body.type).includes('TextualBody')) return void report(where, 'is a TextualBody')
  if (typeof body.value !== 'string') report(where, 'has exactly one value')
  if (list(body.format).length > 1) report(where, 'has at most one format')
  if (!list(body.purpose).every(one => motivations.includes(String(one))))
    report(where, 'purposes are motivations of the model')
}

/** [4 Specific Resources, 4.3 States] */
function checkTarget(target: unknown, where: string, report: Report): void {
  if (isIri(target)) return
  if (!isNode(target) || !isIri(target.source)) return void report(where, 'has exactly one source')
  for (const selector of list(target.selector)) checkSelector(selector, where, report)
  for (const state of list(target.state)) {
    if (!isNode(state) || !list(state.type).includes('TimeState')) report(where, 'state is a TimeState')
    else if (list(state.sourceDate).length === 0 || !list(state.sourceDate).every(isDateTime))
      report(where, 'state has source dates')
    else if (!list(state.cached).every(isIri)) report(where, 'cached copies have IRIs')
  }
}

/** [4.2.4 Text Quote Selector, 4.2.5 Text Position Selector] */
function checkSelector(selector: unknown, where: string, report: Report): void {
  if (!isNode(selector)) return void report(where, 'selectors are objects')
  const { type, exact, prefix, suffix, start, end } = selector
  if (type === 'TextQuoteSelector') {
    if (typeof exact !== 'string') report(where, 'a quote has exactly one exact')
    for (const side of [prefix, suffix])
      if (side !== undefined && typeof side !== 'string') report(where, 'surroundings are text')
  } else if (type === 'TextPositionSelector') {
    if (!isCount(start) || !isCount(end) || Number(start) > Number(end))
      report(where, 'positions are non-negative integers in order')
  } else report(where, `${String(type)} is no selector of ours`)
}
