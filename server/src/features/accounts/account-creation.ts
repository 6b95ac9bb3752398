import type { Role } from '@randnotiz/contract/accounts/role'
import type { UserId } from '@randnotiz/contract/kit/ids'
import { personColour } from '@randnotiz/domain/accounts/person-colour'
import { pseudonymKey } from '@randnotiz/domain/accounts/pseudonym-key'
import { pseudonymLook } from '@randnotiz/domain/accounts/pseudonym-look'
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
    pseudonymLook: pseudonymLook(account.pseudonym),
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

/** Gives a person a password, or another one. */
export async function setPassword(auth: Auth, userId: UserId, password: string): Promise<void> {
  const { internalAdapter, password: passwords } = await auth.$context
  const hash = await passwords.hash(password)
  const known = await internalAdapter.findAccounts(userId)
  if (known.some(({ providerId }) => providerId === 'credential'))
    await internalAdapter.updatePassword(userId, hash)
  else
    await internalAdapter.linkAccount({
      userId,
      providerId: 'credential',
      accountId: userId,
      password: hash,
    })
}
