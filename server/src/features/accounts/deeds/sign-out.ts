import { accept, type Result } from '@randnotiz/contract/kit/result'
import { personIdOf } from '@randnotiz/domain/accounts/person'
import type { EventBus } from '../../../platform/domain-events.js'
import type { CallContext } from '../../../platform/http/call-context.js'
import type { Sessions } from '../sessions.js'

export type SignOutParts = { sessions: Sessions; events: EventBus }

/** Without a session it does nothing, gladly. */
export async function signOut(
  { sessions, events }: SignOutParts,
  context: CallContext,
): Promise<Result<null>> {
  context.setCookies(await sessions.close(context.headers))
  const person = personIdOf(context.viewer)
  if (person !== null) events.emit('accounts/session-ended', { userId: person })
  return accept(null)
}
