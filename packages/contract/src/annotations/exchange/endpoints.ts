import { z } from 'zod'
import { endpoint } from '../../kit/endpoint.js'
import { Slug } from '../../kit/ids.js'
import { ImportAnnotations, ImportReport } from './import.js'

/** Takes contributions made elsewhere over to a document, or says what would become of them. For staff. */
export const importAnnotations = endpoint({
  name: 'importAnnotations',
  method: 'POST',
  path: '/api/documents/:slug/imports',
  params: z.object({ slug: Slug }),
  body: ImportAnnotations,
  response: ImportReport,
  patience: 300_000,
})
