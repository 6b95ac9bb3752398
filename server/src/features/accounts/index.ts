import { randomUUID } from 'node:crypto'
import type { Role } from '@randnotiz/contract/accounts/role'
import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Author } from '@randnotiz/contract/annotations/annotation'
import type { UserId } from '@randnotiz/contract/kit/ids'
import { isStaff } from '@randnotiz/domain/accounts/permissions'
import type { Clock } from '../../platform/clock.js'
import type { EventBus } from '../../platform/domain-events.js'
import type { Mount } from '../../platform/http/endpoint-table.js'
import type { RateLimiter } from '../../platform/limits/rate-limiter.js'
import { createAccount, type NewAccount } from './account-creation.js'
import { AccountStore, type PersonRecord } from './account-store.js'
import { type AuthSettings, createAuth } from './auth.js'
import { ErasedPeople } from './erasure/erased-people.js'
import { Erasures } from './erasure/erasures.js'
import { createGuest } from './guests/guest-creation.js'
import { GuestStore } from './guests/guest-store.js'
import { Merges } from './guests/merges.js'
import { Receipts } from './guests/receipts.js'
import { mountAccounts } from './http.js'
import { ImportedPeople, type ImportedPerson } from './imported-people.js'
import { Sessions } from './sessions.js'

export type { NewAccount } from './account-creation.js'
export { accountMigrations } from './models.js'
export {
  followingMigrations,
  type Notifications,
  notificationMigrations,
  openNotifications,
} from './notifications/index.js'
export { composeMail } from './notifications/mails/compose-mail.js'

/** The door of the accounts. */
export type Accounts = {
  /** Whose session is in a request's cookies; for HTTP, socket.io and collab alike. */
  viewerOf(headers: Headers): Promise<Viewer>
  /** How people sign what they write. Who has no account any more is missing. */
  authors(ids: readonly UserId[]): Promise<Map<UserId, Author>>
  authorByPseudonym(pseudonym: string): Promise<Author | null>
  /** Everybody who works for the city, by name. */
  staff(): Promise<Author[]>
  /** Says so by `accounts/role-changed`, so that open connections are judged anew. */
  changeRole(id: UserId, role: Role): Promise<void>
  /** For people whose words are taken over from elsewhere; answers an author for each key. They cannot sign in. */
  importPeople(people: readonly ImportedPerson[]): Promise<Map<string, UserId>>
  /** Gives one of them another name. */
  renameImported(key: string, name: string): Promise<void>
  /** For people who do not sign up themselves. Does nothing when the address has an account. */
  create(account: NewAccount): Promise<void>
  /** Where mails to this person go; null for whoever has no account. */
  emailOf(id: UserId): Promise<string | null>
  /** A guest of the demo, without a receipt that anybody knows. Does nothing when there is one of that name. */
  createGuest(pseudonym: string): Promise<void>
  /** Finishes merges and erasures that a crash has left half done; for when everybody listens. */
  settle(): Promise<void>
  mount(mount: Mount): void
}

export type AccountsParts = AuthSettings & { events: EventBus; limiter: RateLimiter; clock: Clock }

export function openAccounts(parts: AccountsParts): Accounts {
  const auth = createAuth(parts)
  const accounts = new AccountStore(parts.connection)
  const imported = new ImportedPeople(parts.connection, parts.clock)
  const sessions = new Sessions(auth)
  const guests = new GuestStore(parts.connection)
  const receipts = new Receipts(parts.secret)
  const merges = new Merges({ guests, sessions, events: parts.events })
  const erasures = new Erasures({
    erased: new ErasedPeople(parts.connection),
    sessions,
    events: parts.events,
  })
  return {
    viewerOf: headers => sessions.viewerOf(headers),
    authors: async ids => {
      const people = await accounts.byIds([...new Set(ids)])
      const owners = await accounts.byIds(people.flatMap(({ mergedInto }) => mergedInto ?? []))
      const ownerOf = (person: PersonRecord) => owners.find(({ _id }) => _id === person.mergedInto) ?? person
      const known = new Map(people.map(person => [person._id, authorFrom(ownerOf(person))]))
      const others = await imported.byIds(ids.filter(id => !known.has(id)))
      for (const { _id: id, pseudonym } of others)
        known.set(id, { kind: 'imported', id, pseudonym, staff: false })
      return known
    },
    authorByPseudonym: async pseudonym => {
      const person = await accounts.byPseudonym(pseudonym)
      return person && authorFrom(person)
    },
    staff: async () => (await accounts.staff()).map(authorFrom),
    changeRole: async (id, role) => {
      if (await accounts.setRole(id, role)) parts.events.emit('accounts/role-changed', { userId: id })
    },
    importPeople: people => imported.keep(people),
    renameImported: (key, name) => imported.rename(key, name),
    create: async account => {
      await createAccount(auth, account)
    },
    emailOf: id => accounts.emailOf(id),
    createGuest: async pseudonym => {
      if (await accounts.byPseudonym(pseudonym)) return
      await createGuest(auth, { pseudonym, joinKey: randomUUID(), receiptHash: randomUUID() })
    },
    settle: async () => {
      await merges.settleAll()
      await erasures.settleAll()
    },
    mount: mount =>
      mountAccounts(mount, { ...parts, auth, accounts, sessions, guests, receipts, merges, erasures }),
  }
}

function authorFrom({ _id: id, name: pseudonym, role }: PersonRecord): Author {
  return role === 'guest'
    ? { kind: 'guest', id, pseudonym, staff: false }
    : { kind: 'account', id, pseudonym, staff: isStaff(role) }
}
