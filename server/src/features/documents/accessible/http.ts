import { videoLimit, videoTypes } from '@randnotiz/contract/documents/accessible'
import {
  changePlainText,
  changeSignLanguage,
  getOtherWaysDesk,
  getPlainText,
  getSignLanguage,
  removeVideo,
  uploadVideo,
} from '@randnotiz/contract/documents/accessible-endpoints'
import { accept, refuse } from '@randnotiz/contract/kit/result'
import { may } from '@randnotiz/domain/accounts/permissions'
import type { Mount } from '../../../platform/http/endpoint-table.js'
import { summaryOf } from '../storage/document-store.js'
import {
  changePlainText as changePlain,
  changeSignLanguage as changeSign,
  removeVideo as remove,
  uploadVideo as upload,
} from './change-other-ways.js'
import { type AccessibleParts, deskOf, editableDocument, plainOf, signOf } from './parts.js'

export function mountAccessible(mount: Mount, parts: AccessibleParts): void {
  const { documents, ways } = parts
  mount(getPlainText, async ({ params }) => {
    const document = await documents.bySlug(params.slug)
    const known = document && (await ways.of(document._id))
    if (!known || (known.plain === null && known.plainEnglish === null)) return refuse('documents/unknown')
    const plain = { de: plainOf(known.plain), en: plainOf(known.plainEnglish) }
    return accept({ document: summaryOf(document), plain })
  })
  mount(getSignLanguage, async ({ params }) => {
    const document = await documents.bySlug(params.slug)
    const sign = document && signOf(await ways.of(document._id))
    if (!document || !sign || (sign.video === null && sign.link === null)) return refuse('documents/unknown')
    return accept({ document: summaryOf(document), sign })
  })
  mount(getOtherWaysDesk, async ({ params }, { viewer }) => {
    const document = await documents.bySlug(params.slug)
    if (document === null) return refuse('documents/unknown')
    const editable = await editableDocument(parts, document._id, viewer)
    return editable.ok ? accept(await deskOf(parts, editable.value)) : editable
  })
  mount(changePlainText, ({ params, body }, { viewer }) => changePlain(parts, { ...params, ...body }, viewer))
  mount(uploadVideo, ({ params, body }, { viewer }) => upload(parts, { ...params, file: body }, viewer), {
    limit: 'upload',
    file: { types: videoTypes, most: videoLimit, streamed: true },
    // Nobody else's eighty megabytes are taken in only to be refused.
    mayCall: viewer => may(viewer, 'document:edit'),
  })
  mount(removeVideo, ({ params }, { viewer }) => remove(parts, params, viewer))
  mount(
    changeSignLanguage,
    ({ params, body }, { viewer }) => changeSign(parts, { ...params, ...body }, viewer),
    { mostJson: 2_000_000, mayCall: viewer => may(viewer, 'document:edit') },
  )
}
