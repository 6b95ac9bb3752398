/**
 * Where to go after signing in, from `?return=`. Only a path of this site counts: what comes in by a link must not
 * lead people elsewhere.
 */
export function returnAddress(query: URLSearchParams): string {
  const wanted = query.get('return') ?? '/'
  const base = 'https://here.invalid'
  const url = URL.canParse(wanted, base) ? new URL(wanted, base) : null
  return wanted.startsWith('/') && url?.origin === base ? url.pathname + url.search + url.hash : '/'
}

export const signInAddress = (returnTo: string) => `/anmelden?return=${encodeURIComponent(returnTo)}`
export const signUpAddress = (returnTo: string) => `/registrieren?return=${encodeURIComponent(returnTo)}`

export const ownContributionsPath = '/meine-beitraege'

/** Pages that nobody wants to come back to. */
export const isAccountAddress = (pathname: string) => pathname === '/anmelden' || pathname === '/registrieren'
