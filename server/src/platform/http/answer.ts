import { type Refusal, type RefusalCode, refusalStatus } from '@randnotiz/contract/kit/refusals'
import { type Result, refuse } from '@randnotiz/contract/kit/result'
import type { ErrorRequestHandler, Response } from 'express'
import { z } from 'zod'

type Log = { error(details: object, message: string): void }

/** A result as HTTP: here and nowhere else does a refusal get its status. */
export function sendResult(response: Response, result: Result<unknown>): void {
  response.setHeader('Cache-Control', 'no-store')
  if (!result.ok) sendRefusal(response, result.refusal)
  else if (result.value === null) response.status(204).end()
  else response.status(200).json(result.value)
}

/** So long anybody may keep an answer before asking whether it still holds. */
const freshSeconds = 60

/** An answer that anybody may keep for a while. */
export function keepable(response: Response): void {
  response.setHeader('Cache-Control', `public, max-age=${freshSeconds}`)
}

/** The same for everybody: with an ETag, by which whoever has it already is told so. */
export function sendOpenResult(response: Response, result: Result<unknown>): void {
  if (!result.ok) return void sendRefusal(response, result.refusal)
  keepable(response)
  response.status(200).json(result.value)
}

export function sendRefusal(response: Response, refusal: Refusal): void {
  if (refusal.retryAfter !== undefined) response.setHeader('Retry-After', refusal.retryAfter)
  response.setHeader('Cache-Control', 'no-store')
  response.status(refusalStatus[refusal.code]).json({ refusal })
}

/** What express and its body parsers throw: `status` and sometimes a `type`. */
const RequestError = z.object({ status: z.number().min(400).max(499) })

const codeOfStatus: Partial<Record<number, RefusalCode>> = {
  404: 'request/unknown-address',
  413: 'request/too-large',
}

/** Turns what went wrong before or in a handler into a refusal. Only what is not the sender's fault is logged. */
export function answerErrors(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const known = RequestError.safeParse(error)
    if (!known.success) log.error({ error, method: request.method, path: request.path }, 'a request failed')
    // Nothing can be said any more; express hangs up.
    if (response.headersSent) return next(error)
    if (!known.success) return sendRefusal(response, refuse('server/unavailable').refusal)
    sendRefusal(response, refuse(codeOfStatus[known.data.status] ?? 'request/invalid').refusal)
  }
}
