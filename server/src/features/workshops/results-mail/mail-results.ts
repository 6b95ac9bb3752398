import type { WorkshopId } from '@randnotiz/contract/kit/ids'
import { minutesPath } from '@randnotiz/contract/workshops/paths'
import type { WorkshopParts } from '../deeds/parts.js'
import type { ResultsAddress } from '../storage/results-address-store.js'
import { resultsMail } from './results-mail.js'

/**
 * Writes to everybody who has left an address, once the minutes are published, and forgets each when its mail is in the
 * queue, which forgets it too when the mail is sent. What a crash interrupts is gone on with: a mail has one name.
 */
export async function mailResults(parts: WorkshopParts, workshopId: WorkshopId): Promise<void> {
  const session = await parts.sessions.read(workshopId)
  if (session?.phase !== 'published') return
  for (;;) {
    const addresses = await parts.resultsAddresses.ofWorkshop(workshopId)
    if (addresses.length === 0) return
    for (const address of addresses) await sendResults(parts, address, session.setup.title)
  }
}

export async function sendResults(
  { mails, resultsAddresses, linkTo }: Pick<WorkshopParts, 'mails' | 'resultsAddresses' | 'linkTo'>,
  { workshopId, email, language, nonce }: ResultsAddress,
  title: string,
): Promise<void> {
  const mail = resultsMail('tell', { language, title, url: linkTo(minutesPath(workshopId)) })
  await mails.enqueue(`results:${nonce}`, { to: email, ...mail })
  await resultsAddresses.erase(workshopId, email)
}

const yearMs = 365 * 24 * 60 * 60_000

/** Goes on with what was interrupted, and forgets addresses of workshops whose minutes nobody has published in a year. */
export async function tidyResultsAddresses(parts: WorkshopParts, now: Date): Promise<void> {
  for (const id of await parts.resultsAddresses.workshops()) await mailResults(parts, id)
  await parts.resultsAddresses.eraseOlder(new Date(now.getTime() - yearMs))
}
