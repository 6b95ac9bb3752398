import { z } from 'zod'
import { Refusal, type RefusalCode } from './refusals.js'

/** What a deed answers: its value, or why not. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; refusal: Refusal }

export function accept<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value }
}

export function refuse(
  code: RefusalCode,
  details: Omit<Refusal, 'code'> = {},
): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { code, ...details } }
}

/** The shape of a result on the wire, for socket acknowledgements. */
export function resultOf<Value extends z.ZodType>(value: Value) {
  return z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), refusal: Refusal }),
  ])
}
