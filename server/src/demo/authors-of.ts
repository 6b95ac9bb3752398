import type { UserId } from '@randnotiz/contract/kit/ids'
import type { Accounts } from '../features/accounts/index.js'

/** People of the demo by their pseudonyms. Throws for a stranger. */
export function authorsOf({ accounts }: { accounts: Accounts }) {
  return async (pseudonym: string): Promise<UserId> => {
    const author = await accounts.authorByPseudonym(pseudonym)
    if (author === null) throw new Error(`nobody in the demo is called ${pseudonym}`)
    return author.id
  }
}
