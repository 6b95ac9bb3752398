import type { Notice } from '@randnotiz/contract/accounts/notices'
import { cadenceOf } from '@randnotiz/domain/accounts/mail-cadence'
import { composeMail, fill, mailTexts } from './mails/compose-mail.js'
import { noticeContent } from './mails/notice-mail.js'
import { confirmedAddress, type NotifierParts, settingsLink, unsubscribeHeaders } from './notifier.js'
import type { Contact, DigestCadence } from './storage/contact-store.js'
import { unsubscribeToken } from './tokens.js'

/** Most events that one digest lists; the page has them all. */
const mostListed = 40

/**
 * Mails everybody who wants it what has happened since their last digest and that they have not seen in the page. The
 * key of the mail carries the day, so a run that is repeated sends nothing twice.
 */
export async function sendDigests(parts: NotifierParts, cadence: DigestCadence, now: Date): Promise<void> {
  for (const contact of await parts.contacts.withCadence(cadence))
    await sendDigest(parts, { contact, cadence, now })
}

type Digest = { contact: Contact; cadence: DigestCadence; now: Date }

async function sendDigest(parts: NotifierParts, { contact, cadence, now }: Digest): Promise<void> {
  const personId = contact._id
  const since = Math.max(contact.digested[cadence], contact.readUpTo)
  const unseen = await parts.notices.since(personId, since, 500)
  const upTo = unseen.at(-1)?.seq
  if (upTo === undefined) return
  const wanted = unseen.filter(({ event }) => cadenceOf(event, contact) === cadence)
  const address = await confirmedAddress(parts, contact)
  if (wanted.length > 0 && address !== null) {
    const day = now.toISOString().slice(0, 10)
    const mail = { to: address, ...digestMail(parts, { contact, cadence, wanted }) }
    await parts.mails.enqueue(`digest:${personId}:${cadence}:${day}`, mail)
  }
  await parts.contacts.digested(personId, cadence, upTo)
}

type DigestContent = { contact: Contact; cadence: DigestCadence; wanted: Notice[] }

function digestMail(parts: NotifierParts, { contact, cadence, wanted }: DigestContent) {
  const { language } = contact
  const texts = mailTexts[language]
  const token = unsubscribeToken(parts.tokens, contact, kindsIn(contact, cadence))
  const out = parts.linkTo(`/abbestellen?token=${token}`)
  const page = settingsLink(parts, contact)
  return {
    ...composeMail({
      language,
      subject: cadence === 'daily' ? texts.digest.subjectDaily : texts.digest.subjectWeekly,
      paragraphs: [texts.digest.text],
      list: wanted.slice(-mostListed).map(({ event }) => {
        const { subject, action } = noticeContent(event, { language, linkTo: parts.linkTo })
        return { text: subject, url: action.url }
      }),
      action: { label: texts.digest.action, url: page },
      footer: [fill(texts.unsubscribe, { url: out }), fill(texts.settings, { url: page })],
    }),
    headers: unsubscribeHeaders(out),
  }
}

const kindsIn = (contact: Contact, cadence: DigestCadence) =>
  (['replies', 'news'] as const).filter(kind => contact[kind] === cadence)
