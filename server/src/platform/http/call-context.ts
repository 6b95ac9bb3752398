import type { Viewer } from '@randnotiz/contract/accounts/viewer'

/** On whose behalf an endpoint is called, and what it may do to the answer beside its value. */
export type CallContext = {
  viewer: Viewer
  /** Where the request came from, for limits: an IP address, or the /64 network of an IPv6 address. */
  network: string
  /** The request's own headers; the session is in its cookies. */
  headers: Headers
  /** Adds `Set-Cookie` lines to the answer. */
  setCookies(lines: readonly string[]): void
}
