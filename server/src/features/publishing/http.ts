import { getHome } from '@randnotiz/contract/publishing/endpoints'
import type { Mount } from '../../platform/http/endpoint-table.js'
import { type GetHomeParts, getHome as getHomeDeed } from './deeds/get-home.js'

export function mountPublishing(mount: Mount, parts: GetHomeParts): void {
  mount(getHome, () => getHomeDeed(parts))
}
