import { z } from 'zod'
import { endpoint } from '../../kit/endpoint.js'
import { AnnotationId, Slug } from '../../kit/ids.js'
import { openDataRoot } from './addresses.js'
import {
  OpenAnnotation,
  OpenAnnotationPage,
  OpenDocument,
  OpenIndex,
  OpenProcess,
  OpenText,
  openPageSize,
} from './open-data.js'

const bySlug = z.object({ slug: Slug })

export const openIndex = endpoint({
  name: 'openIndex',
  method: 'GET',
  path: openDataRoot,
  response: OpenIndex,
})

export const openProcess = endpoint({
  name: 'openProcess',
  method: 'GET',
  path: `${openDataRoot}/processes/:slug`,
  params: bySlug,
  response: OpenProcess,
})

export const openDocument = endpoint({
  name: 'openDocument',
  method: 'GET',
  path: `${openDataRoot}/documents/:slug`,
  params: bySlug,
  response: OpenDocument,
})

export const openText = endpoint({
  name: 'openText',
  method: 'GET',
  path: `${openDataRoot}/documents/:slug/text`,
  params: bySlug,
  response: OpenText,
})

export const openAnnotations = endpoint({
  name: 'openAnnotations',
  method: 'GET',
  path: `${openDataRoot}/documents/:slug/annotations`,
  params: bySlug,
  query: z.object({
    after: AnnotationId.optional().meta({ description: 'The last one that is known already.' }),
    limit: z.coerce.number().int().min(1).max(openPageSize.most).default(openPageSize.usual),
  }),
  response: OpenAnnotationPage,
})

export const openAnnotation = endpoint({
  name: 'openAnnotation',
  method: 'GET',
  path: `${openDataRoot}/annotations/:annotationId`,
  params: z.object({ annotationId: AnnotationId }),
  response: OpenAnnotation,
})
