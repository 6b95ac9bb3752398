import { z } from 'zod'
import { endpoint } from '../kit/endpoint.js'
import { DocumentId } from '../kit/ids.js'
import { PreviewRewriting, RewriteText, RewritingPreview } from './rewriting.js'
import { Hash } from './version.js'

/** For staff: what would become of the text and its annotations. */
export const previewRewriting = endpoint({
  name: 'previewRewriting',
  method: 'POST',
  path: '/api/documents/:documentId/rewriting/preview',
  params: z.object({ documentId: DocumentId }),
  body: PreviewRewriting,
  response: RewritingPreview,
})

/** For staff: an edit of the live text that everybody sees at once. Refused when the text has moved on since the preview. */
export const rewriteText = endpoint({
  name: 'rewriteText',
  method: 'POST',
  path: '/api/documents/:documentId/rewriting',
  params: z.object({ documentId: DocumentId }),
  body: RewriteText,
  response: z.object({ state: Hash }),
})
