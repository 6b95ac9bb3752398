import type { Language, Moment } from '@randnotiz/contract/kit/wire-values'

/** Where the city is: the same moment has the same date on the server and in every browser. */
const timeZone = 'Europe/Berlin'
const locales: Record<Language, string> = { de: 'de-DE', en: 'en-GB' }

/** E.g. `1. Dezember 2025`, never torn apart at the end of a line. */
export function formatDate(moment: Moment | Date, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone })
  return format.format(new Date(moment)).replaceAll(' ', '\u00a0')
}

/** E.g. `Dezember 2025`. */
export function formatMonth(moment: Moment | Date, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], { month: 'long', year: 'numeric', timeZone })
  return format.format(new Date(moment))
}

/** E.g. `1. Dez. 2025, 14:05`. */
export function formatDateTime(moment: Moment | Date, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  })
  return format.format(new Date(moment))
}

/** E.g. `14:05`. */
export function formatTime(moment: Moment | Date, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], { timeStyle: 'short', timeZone })
  return format.format(new Date(moment))
}

/** E.g. `1.204`. */
export function formatNumber(number: number, language: Language): string {
  return new Intl.NumberFormat(locales[language]).format(number)
}
