import type { UserId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { soundsOfficial } from '@randnotiz/domain/accounts/official-name'
import { isPseudonymReadable } from '@randnotiz/domain/accounts/pseudonym'
import type { AccountStore } from './account-store.js'

const field = 'pseudonym'

/** `own` is the person whose name it may be already. */
type Wanted = { pseudonym: string; own: UserId | null }

/** Whether somebody who comes by may call themselves so: readable, nobody else's, and no office. */
export async function judgePseudonym(
  accounts: AccountStore,
  { pseudonym, own }: Wanted,
): Promise<Result<null>> {
  if (!isPseudonymReadable(pseudonym)) return refuse('request/invalid', { field })
  if (soundsOfficial(pseudonym)) return refuse('accounts/pseudonym-official', { field })
  const holder = await accounts.byPseudonym(pseudonym)
  const taken = (holder !== null && holder._id !== own) || (await accounts.hasLookalike(pseudonym))
  return taken ? refuse('accounts/pseudonym-taken', { field }) : accept(null)
}
