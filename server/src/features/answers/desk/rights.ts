import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { DeskPage } from '@randnotiz/contract/answers/desk'
import { may } from '@randnotiz/domain/accounts/permissions'

/** What the page offers; the deeds ask again. */
export function rightsOf(viewer: Viewer): DeskPage['rights'] {
  return {
    release: may(viewer, 'answer:release') === null,
    publish: may(viewer, 'answer:publish') === null,
    settings: may(viewer, 'answer:work') === null,
  }
}
