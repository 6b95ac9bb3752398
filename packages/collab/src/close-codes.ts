/**
 * Why a connection ends. y-websocket 3.1 stops for good at 4400–4499 and tries again, backing off, at everything else:
 * so 44xx says "do not come back like this", and the others say "come back".
 */
export const closeCodes = {
  restarting: 1012,
  tryAgainLater: 1013,
  badMessage: 4400,
  unauthenticated: 4401,
  forbidden: 4403,
  unknownDocument: 4404,
  /** The document was restored, imported or reset: the local copy belongs to an older epoch and must be dropped. */
  replaced: 4409,
  documentFull: 4413,
  roomFull: 4503,
} as const

export interface Closing {
  code: number
  reason: string
}
