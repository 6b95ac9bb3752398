import type { Role } from '@randnotiz/contract/accounts/role'
import { personColour } from '@randnotiz/domain/accounts/person-colour'
import { pseudonymKey } from '@randnotiz/domain/accounts/pseudonym-key'
import type { Auth } from './auth.js'

export type NewAccount = {
  email: string
  pseudonym: string
  password: string
  role: Role
  /** `#rrggbb`; one of the palette when left out. */
  colour?: string
}

/**
 * Creates the person, then their password. Called again after a crash in between it completes the account: a person
 * without any password belongs to nobody yet.
 *
 * @throws what the unique indexes on mail address and pseudonym throw.
 */
export async function createAccount(auth: Auth, account: NewAccount): Promise<'created' | 'exists'> {
  const { internalAdapter, password } = await auth.$context
  const email = account.email.toLowerCase()
  const known = await internalAdapter.findUserByEmail(email, { includeAccounts: true })
  if (known && known.accounts.length > 0) return 'exists'
  const hash = await password.hash(account.password)
  const details = {
    name: account.pseudonym,
    pseudonymKey: pseudonymKey(account.pseudonym),
    role: account.role,
    colour: account.colour ?? personColour(account.pseudonym),
  }
  const person = known
    ? await internalAdapter.updateUser(known.user.id, details)
    : await internalAdapter.createUser(
        { email, emailVerified: false, ...details },
        { method: 'email-password' },
      )
  await internalAdapter.linkAccount({
    userId: person.id,
    providerId: 'credential',
    accountId: person.id,
    password: hash,
  })
  return 'created'
}
