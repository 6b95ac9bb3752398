import { getHome } from '@randnotiz/contract/publishing/endpoints'
import { draftLimit } from '@randnotiz/contract/publishing/rewriting'
import {
  createText,
  readTextFile,
  textFileLimit,
  textFileType,
} from '@randnotiz/contract/publishing/text-file'
import {
  compareVersions,
  getDay,
  getRelease,
  listVersions,
  previewRewriting,
  publishRelease,
  rewriteText,
  showText,
} from '@randnotiz/contract/publishing/version-endpoints'
import { may } from '@randnotiz/domain/accounts/permissions'
import type { Mount, MountOptions } from '../../platform/http/endpoint-table.js'
import { type ComparisonParts, compareVersions as compare } from './deeds/compare-versions.js'
import { createText as create } from './deeds/create-text.js'
import { getDay as readDay } from './deeds/get-day.js'
import { type GetHomeParts, getHome as getHomeDeed } from './deeds/get-home.js'
import { getRelease as readRelease } from './deeds/get-release.js'
import { listVersions as list } from './deeds/list-versions.js'
import { previewRewriting as preview } from './deeds/preview-rewriting.js'
import { publishRelease as publish } from './deeds/publish-release.js'
import { readTextFile as readFile } from './deeds/read-text-file.js'
import { rewriteText as rewrite } from './deeds/rewrite-text.js'
import { showText as show } from './deeds/show-text.js'
import type { ImportingParts } from './importing/parts.js'
import type { RewritingParts } from './rewriting/parts.js'

export function mountPublishing(mount: Mount, parts: GetHomeParts): void {
  mount(getHome, () => getHomeDeed(parts))
}

/** A draft as JSON of ProseMirror takes several times its own length. */
const draft: MountOptions = {
  mostJson: draftLimit * 8,
  mayCall: viewer => may(viewer, 'document:edit'),
}

export function mountRewriting(mount: Mount, parts: RewritingParts): void {
  mount(
    previewRewriting,
    ({ params, body }, { viewer }) => preview(parts, { ...params, ...body }, viewer),
    draft,
  )
  mount(rewriteText, ({ params, body }, { viewer }) => rewrite(parts, { ...params, ...body }, viewer), draft)
}

export function mountImporting(mount: Mount, parts: ImportingParts): void {
  mount(
    readTextFile,
    ({ params, query, body }, { viewer }) => readFile(parts, { ...params, ...query, bytes: body }, viewer),
    {
      limit: 'upload',
      file: { types: [textFileType], most: textFileLimit },
      mayCall: viewer => may(viewer, 'document:edit'),
    },
  )
  mount(createText, ({ body }, { viewer }) => create(parts, body, viewer), {
    ...draft,
    mayCall: viewer => may(viewer, 'document:create'),
  })
}

export function mountVersions(mount: Mount, parts: ComparisonParts): void {
  mount(listVersions, ({ params }, { viewer }) => list(parts, params.slug, viewer))
  mount(publishRelease, ({ params, body }, { viewer }) => publish(parts, { ...params, ...body }, viewer))
  mount(showText, ({ params, body }, { viewer }) => show(parts, { ...params, ...body }, viewer))
  mount(getRelease, ({ params }) => readRelease(parts, params))
  mount(getDay, ({ params }, { viewer }) => readDay(parts, params, viewer))
  mount(compareVersions, ({ params, query }, { viewer }) => compare(parts, { ...params, ...query }, viewer))
}
