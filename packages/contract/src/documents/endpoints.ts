import { z } from 'zod'
import { endpoint } from '../kit/endpoint.js'
import { DocumentId, Slug } from '../kit/ids.js'
import { OtherWays } from './accessible.js'
import { DocumentSummary, ReaderText, TextSource } from './document.js'
import { StoredImage } from './image.js'

/** What somebody may do who comes without an account and gives themselves a name. */
export const GuestPermissions = z.object({ annotate: z.boolean(), reply: z.boolean() })

/** What the viewer may do here and now; the server asks again at every deed. */
export const DocumentPermissions = z.object({
  edit: z.boolean(),
  annotate: z.boolean(),
  /** Whether the running phase is open for proposed wordings. */
  propose: z.boolean().default(true),
  reply: z.boolean(),
  /** Say where an annotation belongs. */
  attach: z.boolean(),
  asGuest: GuestPermissions,
})
export type DocumentPermissions = z.infer<typeof DocumentPermissions>

export const DocumentPage = z.object({
  document: DocumentSummary,
  text: ReaderText,
  source: TextSource.default({ kind: 'live', publicRelease: null }),
  permissions: DocumentPermissions,
  /** In plain language, in sign language. */
  otherWays: OtherWays.default({ plain: false, sign: false }),
})
export type DocumentPage = z.infer<typeof DocumentPage>

export const getDocument = endpoint({
  name: 'getDocument',
  method: 'GET',
  path: '/api/documents/:slug',
  params: z.object({ slug: Slug }),
  response: DocumentPage,
})

/** The request's body is the image file itself, its `Content-Type` one of `imageTypes`. */
export const uploadImage = endpoint({
  name: 'uploadImage',
  method: 'POST',
  path: '/api/documents/:documentId/images',
  params: z.object({ documentId: DocumentId }),
  body: z.instanceof(Uint8Array),
  response: StoredImage,
})
