/**
 * The terms of the Web Annotation context (http://www.w3.org/ns/anno.jsonld) that exports may use, so that a test can
 * expand them without a network. Names that are not here are not in that context either, as far as we use it: expanding
 * in safe mode then fails.
 */
const oa = (name: string) => `http://www.w3.org/ns/oa#${name}`
const activity = (name: string) => `http://www.w3.org/ns/activitystreams#${name}`
const iri = (id: string) => ({ '@id': id, '@type': '@id' })

export const webAnnotationTerms = {
  id: '@id',
  type: '@type',
  Annotation: oa('Annotation'),
  TextualBody: oa('TextualBody'),
  SpecificResource: oa('SpecificResource'),
  TextQuoteSelector: oa('TextQuoteSelector'),
  TextPositionSelector: oa('TextPositionSelector'),
  TimeState: oa('TimeState'),
  Text: 'http://purl.org/dc/dcmitype/Text',
  Person: 'http://xmlns.com/foaf/0.1/Person',
  AnnotationCollection: activity('OrderedCollection'),
  AnnotationPage: activity('OrderedCollectionPage'),
  commenting: oa('commenting'),
  questioning: oa('questioning'),
  editing: oa('editing'),
  replying: oa('replying'),
  motivation: { '@id': oa('motivatedBy'), '@type': '@vocab' },
  purpose: { '@id': oa('hasPurpose'), '@type': '@vocab' },
  body: iri(oa('hasBody')),
  target: iri(oa('hasTarget')),
  source: iri(oa('hasSource')),
  selector: iri(oa('hasSelector')),
  state: iri(oa('hasState')),
  cached: iri(oa('cachedSource')),
  canonical: iri(oa('canonical')),
  creator: iri('http://purl.org/dc/terms/creator'),
  rights: iri('http://purl.org/dc/terms/rights'),
  first: iri(activity('first')),
  partOf: iri(activity('partOf')),
  items: { '@id': activity('items'), '@type': '@id', '@container': '@list' },
  format: 'http://purl.org/dc/elements/1.1/format',
  created: 'http://purl.org/dc/terms/created',
  modified: 'http://purl.org/dc/terms/modified',
  value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
  start: oa('start'),
  end: oa('end'),
  exact: oa('exact'),
  prefix: oa('prefix'),
  suffix: oa('suffix'),
  sourceDate: oa('sourceDate'),
  name: 'http://xmlns.com/foaf/0.1/name',
  label: 'http://www.w3.org/2000/01/rdf-schema#label',
  total: activity('totalItems'),
  startIndex: activity('startIndex'),
} as const
