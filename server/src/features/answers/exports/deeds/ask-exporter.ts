import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { UserId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { may } from '@randnotiz/domain/accounts/permissions'
import { personIdOf } from '@randnotiz/domain/accounts/person'

/** Who it is, if they may take contributions away. */
export function askExporter(viewer: Viewer): Result<UserId> {
  const refusal = may(viewer, 'annotation:exchange')
  const person = personIdOf(viewer)
  return refusal === null && person !== null ? accept(person) : refuse(refusal ?? 'accounts/sign-in-required')
}
