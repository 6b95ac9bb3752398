import { refuse } from '@randnotiz/contract/kit/result'
import type { z } from 'zod'

/** What came over a wire is not what the contract says; the first field that is wrong is named. */
export function refuseShape(error: z.ZodError) {
  const field = error.issues[0]?.path.join('.')
  return refuse('request/invalid', field ? { field } : {})
}
