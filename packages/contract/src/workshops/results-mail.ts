import { z } from 'zod'
import { endpoint, Nothing } from '../kit/endpoint.js'
import { WorkshopId } from '../kit/ids.js'
import { Language } from '../kit/wire-values.js'
import { DeviceKey } from './hall.js'

const token = z.string().max(2_000)

/**
 * Somebody in the hall leaves an address for the results of this one workshop. A mail with a link goes there; nothing is
 * kept before its owner has said yes, and the answer does not tell whether they have already.
 */
export const askForResults = endpoint({
  name: 'askForResults',
  method: 'POST',
  path: '/api/workshops/:workshopId/results-mail',
  params: z.object({ workshopId: WorkshopId }),
  body: z.object({ key: DeviceKey, email: z.email().max(254), language: Language }),
  response: Nothing,
})

/** `sent` when the minutes are out and on their way, `kept` until they are published. */
export const confirmResults = endpoint({
  name: 'confirmResults',
  method: 'POST',
  path: '/api/workshop-results/confirmation',
  body: z.object({ token }),
  response: z.object({ title: z.string(), state: z.enum(['kept', 'sent']) }),
})

/** Forgets the address for this workshop. Done twice it is done once. */
export const forgetResults = endpoint({
  name: 'forgetResults',
  method: 'POST',
  path: '/api/workshop-results/end',
  body: z.object({ token }),
  response: Nothing,
})
