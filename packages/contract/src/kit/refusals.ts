import { z } from 'zod'

/**
 * Every way in which the product says no, with the HTTP status it travels under.
 * A refusal is an answer, not an accident: an exception is a bug or an outage. Each code has a sentence in the
 * client's `refusal-text`; a test there compares the two lists.
 */
export const refusalStatus = {
  'request/invalid': 400,
  'request/too-large': 413,
  'request/too-many': 429,
  'request/foreign-origin': 403,
  'request/unknown-address': 404,
  'server/unavailable': 503,
  'accounts/sign-in-required': 401,
  'accounts/wrong-credentials': 401,
  'accounts/not-permitted': 403,
  'accounts/email-taken': 409,
  'accounts/pseudonym-taken': 409,
  'accounts/password-too-weak': 422,
  'accounts/guests-not-admitted': 403,
  'accounts/token-invalid': 422,
  'accounts/pseudonym-official': 422,
  'accounts/already-known': 409,
  'accounts/receipt-unknown': 404,
  'accounts/receipt-merged': 409,
  'documents/unknown': 404,
  'documents/unknown-block': 404,
  'documents/image-unreadable': 422,
  'documents/image-too-large': 413,
  'publishing/unknown-process': 404,
  'publishing/phase-closed': 409,
  'moderation/unknown': 404,
  'moderation/changed-meanwhile': 409,
  'moderation/not-possible': 409,
  'moderation/own-contribution': 403,
  'moderation/own-decision': 403,
  'moderation/objection-closed': 409,
  'request/proof-needed': 428,
  'publishing/unknown-version': 404,
  'publishing/text-moved-on': 409,
  'publishing/draft-unreadable': 422,
  'publishing/nothing-new': 409,
  'publishing/released-meanwhile': 409,
  'annotations/unknown': 404,
  'annotations/passage-changed': 409,
  'annotations/passage-outside': 422,
  'annotations/passage-too-long': 422,
  'annotations/command-reused': 409,
  'annotations/edited-meanwhile': 409,
  'annotations/not-yours': 403,
  'annotations/answered-already': 409,
  'annotations/withdrawn': 409,
  'annotations/no-proposal': 422,
  'annotations/proposal-decided': 409,
  'annotations/proposal-spans-lines': 422,
  'annotations/own-support': 409,
  'annotations/without-passage': 422,
  'annotations/attached-meanwhile': 409,
  'annotations/suggestion-changed': 409,
  'annotations/unknown-text-state': 404,
  'annotations/import-unreadable': 422,
  'annotations/import-too-many': 413,
  'workshops/unknown': 404,
  'workshops/moved-on': 409,
  'workshops/not-now': 409,
  'workshops/not-in-control': 409,
  'workshops/control-held': 409,
  'workshops/step-still-open': 409,
  'workshops/nothing-to-vote-on': 409,
  'workshops/recount-differs': 409,
  'workshops/vote-closed': 409,
  'workshops/ballot-invalid': 422,
  'workshops/unknown-code': 404,
  'workshops/not-open-yet': 409,
  'workshops/over': 409,
  'workshops/no-seat': 403,
  'workshops/waiting': 403,
  'workshops/turned-away': 403,
  'workshops/ticket-needed': 403,
  'workshops/ticket-used': 409,
} as const satisfies Record<string, number>

export type RefusalCode = keyof typeof refusalStatus

export const refusalCodes = Object.keys(refusalStatus) as [RefusalCode, ...RefusalCode[]]

/**
 * One refusal. `field` names the input it is about (a dotted path), `retryAfter` is in seconds.
 */
export const Refusal = z.object({
  code: z.enum(refusalCodes),
  field: z.string().optional(),
  retryAfter: z.number().int().positive().optional(),
})
export type Refusal = z.infer<typeof Refusal>
