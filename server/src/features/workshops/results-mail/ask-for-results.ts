import { randomUUID } from 'node:crypto'
import { WorkshopId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { Language } from '@randnotiz/contract/kit/wire-values'
import type { DeviceKey } from '@randnotiz/contract/workshops/hall'
import { resultsPath } from '@randnotiz/contract/workshops/paths'
import { z } from 'zod'
import { findSeat } from '../deeds/find-seat.js'
import type { WorkshopParts } from '../deeds/parts.js'
import type { ResultsAddress } from '../storage/results-address-store.js'
import { sendResults } from './mail-results.js'
import { resultsMail } from './results-mail.js'

const Wish = z.object({
  w: WorkshopId,
  email: z.email(),
  language: Language,
  nonce: z.string(),
  until: z.number(),
})
const purpose = 'workshop-results'
const weekMs = 7 * 24 * 60 * 60_000

type Asked = { workshopId: WorkshopId; key: DeviceKey; email: string; language: Language }

/** Asks the owner of an address. Everything is in the link; nothing is kept before they say yes. */
export async function askForResults(
  parts: WorkshopParts,
  { workshopId, key, email: given, language }: Asked,
): Promise<Result<null>> {
  const seat = await findSeat(parts, { workshopId, key })
  if (!seat.ok) return seat
  const session = await parts.sessions.read(workshopId)
  if (session === null) return refuse('workshops/unknown')
  if (session.setup.rehearsal) return refuse('workshops/not-now')
  const email = given.toLowerCase()
  // A seat is no licence to write to many people, nor to one of them again and again.
  for (const limited of [email, `seat ${seat.value._id}`]) {
    const retryAfter = await parts.limiter.take('confirmationMail', limited)
    if (retryAfter > 0) return refuse('request/too-many', { retryAfter })
  }
  const nonce = randomUUID()
  const until = parts.clock.now().getTime() + weekMs
  const token = parts.tokens.sign(purpose, { w: workshopId, email, language, nonce, until })
  const { title } = session.setup
  const mail = resultsMail('ask', { language, title, url: parts.linkTo(`${resultsPath}?token=${token}`) })
  await parts.mails.enqueue(`results-asked:${nonce}`, { to: email, ...mail })
  return accept(null)
}

function readWish({ tokens, clock }: WorkshopParts, token: string): z.output<typeof Wish> | null {
  const wish = tokens.read(purpose, Wish, token)
  return wish !== null && clock.now().getTime() < wish.until ? wish : null
}

/** Whoever holds the token owns the address. Done twice it is done once. */
export async function confirmResults(
  parts: WorkshopParts,
  token: string,
): Promise<Result<{ title: string; state: 'kept' | 'sent' }>> {
  const wish = readWish(parts, token)
  const session = wish && (await parts.sessions.read(wish.w))
  if (!wish || !session) return refuse('accounts/token-invalid')
  const { w: workshopId, email, language, nonce } = wish
  const address: ResultsAddress = { workshopId, email, language, nonce, keptAt: parts.clock.now() }
  const { title } = session.setup
  if (session.phase !== 'published') {
    await parts.resultsAddresses.keep(address)
    // Published between the two, nobody would come for it.
    if ((await parts.sessions.read(workshopId))?.phase !== 'published')
      return accept({ title, state: 'kept' })
  }
  await sendResults(parts, address, title)
  return accept({ title, state: 'sent' })
}

export async function forgetResults(parts: WorkshopParts, token: string): Promise<Result<null>> {
  const wish = readWish(parts, token)
  if (wish === null) return refuse('accounts/token-invalid')
  await parts.resultsAddresses.erase(wish.w, wish.email)
  return accept(null)
}
