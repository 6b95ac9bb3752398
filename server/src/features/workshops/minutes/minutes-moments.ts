import type { Language } from '@randnotiz/contract/kit/wire-values'

const timeZone = 'Europe/Berlin'
const locales = { de: 'de-DE', en: 'en-GB' } as const

/** E.g. `4. Mai 2026, 18:00`. */
export const momentIn = (language: Language, moment: string): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    new Date(moment),
  )

/** From when to when; the day stands once. */
export function spanIn(language: Language, from: string, to: string | null): string {
  if (to === null) return momentIn(language, from)
  const time = new Intl.DateTimeFormat(locales[language], { timeStyle: 'short', timeZone })
  return `${momentIn(language, from)} – ${time.format(new Date(to))}`
}

/** A day without a time, `2026-05-04`. */
export const dayIn = (language: Language, day: string): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day))
