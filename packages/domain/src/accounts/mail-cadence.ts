import type { Cadence, MailChoices, NoticeEvent } from '@randnotiz/contract/accounts/notices'

/** What a person can choose about. Everything else is owed to them and always comes at once. */
export type ChosenKind = 'replies' | 'news'

export function chosenKindOf({ kind }: NoticeEvent): ChosenKind | null {
  switch (kind) {
    case 'replied':
      return 'replies'
    case 'news':
    case 'released':
    case 'phase':
      return 'news'
    case 'outcome':
    case 'held':
    case 'moderated':
    case 'objection-decided':
    case 'report-decided':
    case 'mentioned':
    case 'crew':
      return null
  }
}

/** How often somebody wants mails of this kind. */
export function cadenceOf(event: NoticeEvent, choices: MailChoices): Cadence {
  const chosen = chosenKindOf(event)
  return chosen === null ? 'at-once' : choices[chosen]
}

/** Where the city is. */
const timeZone = 'Europe/Berlin'
const digestHour = 7
const minuteMs = 60_000

/** The next seven o'clock in the morning; for weekly digests that of a Monday. */
export function nextDigest(cadence: 'daily' | 'weekly', after: Date): Date {
  // From quarter of an hour to quarter of an hour: days have 23 to 25 hours, and offsets are whole quarters.
  const quarter = 15 * minuteMs
  let moment = new Date(Math.floor(after.getTime() / quarter) * quarter + quarter)
  while (!isDigestTime(cadence, moment)) moment = new Date(moment.getTime() + quarter)
  return moment
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

function isDigestTime(cadence: 'daily' | 'weekly', moment: Date): boolean {
  const parts = new Map(clock.formatToParts(moment).map(({ type, value }) => [type, value]))
  if (Number(parts.get('hour')) !== digestHour || parts.get('minute') !== '00') return false
  return cadence === 'daily' || parts.get('weekday') === 'Mon'
}
