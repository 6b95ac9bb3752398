import type { IncomingMessage } from 'node:http'
import type { Access } from '@randnotiz/collab'
import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import { DocumentId } from '@randnotiz/contract/kit/ids'
import { may } from '@randnotiz/domain/accounts/permissions'
import type { OwnOrigin } from '../../platform/http/origin.js'

export type AuthoriseParts = {
  isOwnOrigin: OwnOrigin
  viewerOf(request: IncomingMessage): Promise<Viewer>
  documentExists(id: DocumentId): Promise<boolean>
  /** Whether only staff may see the live text of a document. */
  hidesLiveText(id: DocumentId): Promise<boolean>
  /** Told when somebody was let in. */
  onJoin(id: DocumentId): void
}

/**
 * What a collab connection may do: everybody reads, and who may edit writes. Refusals close with 44xx, at which stock
 * clients stop trying; an HTTP status would make them try for ever.
 */
export function createAuthorise(parts: AuthoriseParts) {
  return async (request: IncomingMessage, given: string): Promise<Access> => {
    if (!parts.isOwnOrigin(request)) return { kind: 'refused', code: 4403, reason: 'request/foreign-origin' }
    const id = DocumentId.safeParse(given)
    if (!id.success || !(await parts.documentExists(id.data)))
      return { kind: 'refused', code: 4404, reason: 'documents/unknown' }
    const judge = async (): Promise<Access> => {
      const viewer = await parts.viewerOf(request)
      const hidden = may(viewer, 'document:see-drafts') !== null && (await parts.hidesLiveText(id.data))
      return hidden ? { kind: 'refused', code: 4403, reason: 'accounts/not-permitted' } : accessOf(viewer)
    }
    const access = await judge()
    if (access.kind === 'refused') return access
    parts.onJoin(id.data)
    return { ...access, recheck: judge }
  }
}

type Granted = Exclude<Access, { kind: 'refused' }>

function accessOf(viewer: Viewer): Granted {
  if (viewer.kind === 'anonymous') return { kind: 'reader', anonymous: true }
  const kind = may(viewer, 'document:edit') === null ? 'writer' : 'reader'
  // Citizens read without being seen: carets and names are for those who write.
  return {
    kind,
    userId: viewer.id,
    name: viewer.pseudonym,
    colour: viewer.colour,
    anonymous: kind === 'reader',
  }
}
