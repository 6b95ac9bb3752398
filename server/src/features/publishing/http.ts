import { getHome } from '@randnotiz/contract/publishing/endpoints'
import { draftLimit } from '@randnotiz/contract/publishing/rewriting'
import { previewRewriting, rewriteText } from '@randnotiz/contract/publishing/version-endpoints'
import { may } from '@randnotiz/domain/accounts/permissions'
import type { Mount, MountOptions } from '../../platform/http/endpoint-table.js'
import { type GetHomeParts, getHome as getHomeDeed } from './deeds/get-home.js'
import { previewRewriting as preview } from './deeds/preview-rewriting.js'
import { rewriteText as rewrite } from './deeds/rewrite-text.js'
import type { RewritingParts } from './rewriting/parts.js'

export function mountPublishing(mount: Mount, parts: GetHomeParts): void {
  mount(getHome, () => getHomeDeed(parts))
}

/** A draft as JSON of ProseMirror takes several times its own length. */
const draft: MountOptions = {
  mostJson: draftLimit * 8,
  mayCall: viewer => may(viewer, 'document:edit'),
}

export function mountVersions(mount: Mount, parts: RewritingParts): void {
  mount(
    previewRewriting,
    ({ params, body }, { viewer }) => preview(parts, { ...params, ...body }, viewer),
    draft,
  )
  mount(rewriteText, ({ params, body }, { viewer }) => rewrite(parts, { ...params, ...body }, viewer), draft)
}
