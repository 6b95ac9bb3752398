import { z } from 'zod'
import type { Endpoint } from '../../kit/endpoint.js'
import { refusalCodes } from '../../kit/refusals.js'
import { openDataRoot } from './addresses.js'
import {
  openAnnotation,
  openAnnotations,
  openDocument,
  openIndex,
  openProcess,
  openText,
} from './open-endpoints.js'

type Described = { endpoint: Endpoint; summary: string }

/** The endpoints of the open data, in the order in which they are explained. */
export const openEndpoints: readonly Described[] = [
  {
    endpoint: openIndex,
    summary: 'Where everything begins: processes with their documents, and the licence',
  },
  { endpoint: openProcess, summary: 'A participation process' },
  { endpoint: openDocument, summary: 'A document: a building block or a measure' },
  { endpoint: openText, summary: 'The newest text of a document' },
  { endpoint: openAnnotations, summary: 'Contributions on a document, oldest first, page by page' },
  { endpoint: openAnnotation, summary: 'One contribution' },
]

/** Whole lists, as files that are streamed. */
const files = [
  { name: 'annotations.json', type: 'application/json', summary: 'All contributions, as in the pages' },
  { name: 'annotations.csv', type: 'text/csv', summary: 'All contributions and replies as a table' },
  {
    name: 'annotations.jsonld',
    type: 'application/ld+json',
    summary: 'All contributions as W3C Web Annotations',
  },
  { name: 'feed.atom', type: 'application/atom+xml', summary: 'The newest contributions as a feed' },
] as const

/** The OpenAPI 3.1 description, made from the endpoints themselves. */
export function openApiDescription({ address, licence }: { address: string; licence: string }): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Randnotiz open data',
      version: '1.0.0',
      description:
        'What everybody sees, for programs: participation processes, their documents and the contributions on them, without names.',
      license: { name: 'Licence of the data', url: licence },
    },
    servers: [{ url: address }],
    paths: Object.fromEntries([...openEndpoints.map(endpointPath), ...filePaths(), textPath]),
    components: { responses: { Refused: refused } },
  }
}

const pathOf = (path: string) => path.replace(/:(\w+)/g, '{$1}')

function endpointPath({ endpoint, summary }: Described): [string, object] {
  const operation = {
    operationId: endpoint.name,
    summary,
    parameters: [...parametersFrom(endpoint.params, 'path'), ...parametersFrom(endpoint.query, 'query')],
    responses: {
      200: {
        description: summary,
        content: { 'application/json': { schema: schemaOf(endpoint.response, 'output') } },
      },
      ...refusals,
    },
  }
  return [pathOf(endpoint.path), { get: operation }]
}

const refusals = {
  304: { description: 'Not changed since the ETag of If-None-Match' },
  400: { $ref: '#/components/responses/Refused' },
  404: { $ref: '#/components/responses/Refused' },
  429: { $ref: '#/components/responses/Refused' },
}

const refused = {
  description: 'Why there is no answer; `Retry-After` says when to ask again',
  content: {
    'application/json': {
      schema: {
        type: 'object',
        required: ['refusal'],
        properties: {
          refusal: {
            type: 'object',
            required: ['code'],
            properties: {
              code: { enum: refusalCodes },
              field: { type: 'string' },
              retryAfter: { type: 'integer' },
            },
          },
        },
      },
    },
  },
}

const Properties = z.object({
  properties: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  required: z.array(z.string()).default([]),
})

function parametersFrom(shape: z.ZodType, place: 'path' | 'query'): object[] {
  const { properties, required } = Properties.parse(schemaOf(shape, 'input'))
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema,
  }))
}

function schemaOf(shape: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
  })
  return schema
}

const slug = { name: 'slug', in: 'path', required: true, schema: { type: 'string' } }

function filePaths(): [string, object][] {
  return ['documents', 'processes'].flatMap(of =>
    files.map(({ name, type, summary }): [string, object] => [
      `${openDataRoot}/${of}/{slug}/${name}`,
      {
        get: {
          operationId: `${of}_${name.replace('.', '_')}`,
          summary,
          parameters: [slug],
          responses: { 200: { description: summary, content: { [type]: {} } }, ...refusals },
        },
      },
    ]),
  )
}

const textPath: [string, object] = [
  `${openDataRoot}/texts/{textStateId}`,
  {
    get: {
      operationId: 'openTextState',
      summary: 'A text as it stood when somebody quoted it',
      parameters: [{ ...slug, name: 'textStateId' }],
      responses: { 200: { description: 'Plain text', content: { 'text/plain': {} } }, ...refusals },
    },
  },
]
