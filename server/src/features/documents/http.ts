import { getDocument, uploadImage } from '@randnotiz/contract/documents/endpoints'
import { imageTypes, imageUploadLimit } from '@randnotiz/contract/documents/image'
import { ImageId } from '@randnotiz/contract/kit/ids'
import { Router } from 'express'
import type { Mount } from '../../platform/http/endpoint-table.js'
import { type GetDocumentParts, getDocument as getDocumentDeed } from './deeds/get-document.js'
import { type UploadImageParts, uploadImage as uploadImageDeed } from './deeds/upload-image.js'
import type { ImageStore } from './storage/image-store.js'

export function mountDocuments(mount: Mount, parts: GetDocumentParts & UploadImageParts): void {
  mount(getDocument, ({ params }, { viewer }) => getDocumentDeed(parts, params.slug, viewer))
  mount(
    uploadImage,
    ({ params, body }, { viewer }) =>
      uploadImageDeed(parts, { documentId: params.documentId, bytes: body }, viewer),
    { limit: 'upload', file: { types: imageTypes, most: imageUploadLimit } },
  )
}

/** Stored images. An id stands for the same bytes for ever. */
export function serveImages(images: ImageStore): Router {
  const router = Router()
  router.get('/media/:name', async (request, response, next) => {
    const [name = '', extension] = request.params.name.split('.')
    const id = ImageId.safeParse(name)
    const bytes = id.success && extension === 'webp' ? await images.bytesOf(id.data) : null
    if (bytes === null) return next()
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.type('image/webp').send(bytes)
  })
  return router
}
