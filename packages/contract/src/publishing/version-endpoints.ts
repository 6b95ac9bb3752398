import { z } from 'zod'
import { ShownText } from '../documents/document.js'
import { endpoint } from '../kit/endpoint.js'
import { AnnotationId, DocumentId, Slug } from '../kit/ids.js'
import { PublishRelease, ShowText } from './commands.js'
import { ComparisonPage } from './comparison.js'
import { DayPage, Release, ReleasePage, VersionList } from './release.js'
import { PreviewRewriting, RewriteText, RewritingPreview } from './rewriting.js'
import { Day, Hash, VersionName } from './version.js'

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

export const listVersions = endpoint({
  name: 'listVersions',
  method: 'GET',
  path: '/api/documents/:slug/versions',
  params: z.object({ slug: Slug }),
  response: VersionList,
})

/** For staff. Carried out once for each command id; of two who publish at the same time one is refused. */
export const publishRelease = endpoint({
  name: 'publishRelease',
  method: 'POST',
  path: '/api/documents/:documentId/releases',
  params: z.object({ documentId: DocumentId }),
  body: PublishRelease,
  response: Release,
})

/** For staff: whether citizens see the live text or the last release. Without a release they see the live text. */
export const showText = endpoint({
  name: 'showText',
  method: 'PUT',
  path: '/api/documents/:documentId/shown',
  params: z.object({ documentId: DocumentId }),
  body: ShowText,
  response: z.object({ shown: ShownText }),
})

export const getRelease = endpoint({
  name: 'getRelease',
  method: 'GET',
  path: '/api/documents/:slug/releases/:number',
  params: z.object({ slug: Slug, number: z.coerce.number().int().positive().max(99_999) }),
  response: ReleasePage,
})

/** For staff: how the text ended a day. */
export const getDay = endpoint({
  name: 'getDay',
  method: 'GET',
  path: '/api/documents/:slug/days/:day',
  params: z.object({ slug: Slug, day: Day }),
  response: DayPage,
})

/** Any two versions that the viewer may see. `all` shows the blocks that stayed the same too. */
export const compareVersions = endpoint({
  name: 'compareVersions',
  method: 'GET',
  path: '/api/documents/:slug/comparison',
  params: z.object({ slug: Slug }),
  query: z.object({
    from: VersionName.optional(),
    to: VersionName.optional(),
    /** The versions between which one sees what this contribution changed, where none are named. */
    annotation: AnnotationId.optional(),
    show: z.enum(['changes', 'all']).default('changes'),
  }),
  response: ComparisonPage,
})
