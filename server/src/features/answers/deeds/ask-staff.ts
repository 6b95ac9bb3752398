import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { UserId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { type Action, may } from '@randnotiz/domain/accounts/permissions'
import { personIdOf } from '@randnotiz/domain/accounts/person'

export type AnswerAction = Extract<Action, `answer:${string}`>

/** Who it is, if they may. */
export function askStaff(viewer: Viewer, action: AnswerAction): Result<UserId> {
  const refusal = may(viewer, action)
  const person = personIdOf(viewer)
  return refusal === null && person !== null ? accept(person) : refuse(refusal ?? 'accounts/sign-in-required')
}
