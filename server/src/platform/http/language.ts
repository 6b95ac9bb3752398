import { Language } from '@randnotiz/contract/kit/wire-values'
import { parse, serialize } from 'cookie'
import type { Request } from 'express'

const cookieName = 'lang'
const yearInSeconds = 365 * 24 * 60 * 60

/** Chosen by hand, else what the browser asks for, else German. `chosen` is set when the address itself names it. */
export function languageOf(request: Request): { language: Language; chosen: boolean } {
  const named = Language.safeParse(request.query.lang)
  if (named.success) return { language: named.data, chosen: true }
  const kept = Language.safeParse(parse(request.headers.cookie ?? '')[cookieName])
  if (kept.success) return { language: kept.data, chosen: false }
  const wanted = Language.safeParse(request.acceptsLanguages([...Language.options]))
  return { language: wanted.success ? wanted.data : 'de', chosen: false }
}

/** The same for whoever has only the headers: the kept choice, else German. */
export function languageIn(headers: Headers): Language {
  const kept = Language.safeParse(parse(headers.get('cookie') ?? '')[cookieName])
  if (kept.success) return kept.data
  return headers.get('accept-language')?.toLowerCase().startsWith('en') ? 'en' : 'de'
}

/** The line that keeps a choice. Scripts of our pages may change it, so it is not HttpOnly. */
export function languageCookie(language: Language, secure: boolean): string {
  return serialize(cookieName, language, { path: '/', maxAge: yearInSeconds, sameSite: 'lax', secure })
}
