import { randomUUID } from 'node:crypto'
import { UserId } from '@randnotiz/contract/kit/ids'
import { personColour } from '@randnotiz/domain/accounts/person-colour'
import { pseudonymKey } from '@randnotiz/domain/accounts/pseudonym-key'
import { pseudonymLook } from '@randnotiz/domain/accounts/pseudonym-look'
import type { Auth } from '../auth.js'

export type NewGuest = { pseudonym: string; joinKey: string; receiptHash: string }

/** Reserved for names that lead nowhere (RFC 2606): the library wants an address of everybody. */
const noAddress = () => `${randomUUID()}@guest.invalid`

/** @throws what the unique indexes on name, command and receipt throw. */
export async function createGuest(auth: Auth, guest: NewGuest): Promise<UserId> {
  const { internalAdapter } = await auth.$context
  const { pseudonym, ...keys } = guest
  const created = await internalAdapter.createUser(
    {
      email: noAddress(),
      emailVerified: false,
      name: pseudonym,
      pseudonymKey: pseudonymKey(pseudonym),
      pseudonymLook: pseudonymLook(pseudonym),
      role: 'guest',
      colour: personColour(pseudonym),
      ...keys,
    },
    { method: 'guest' },
  )
  return UserId.parse(created.id)
}
