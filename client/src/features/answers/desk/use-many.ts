import type { ManyDone } from '@randnotiz/contract/answers/publishing'
import type { Endpoint } from '@randnotiz/contract/kit/endpoint'
import { useState } from 'react'
import type { z } from 'zod'
import { usePlatform } from '../../../platform/platform-context.js'
import type { DeedState } from '../../../platform/use-deed.js'
import { useAskDeskAgain } from './use-desk-live.js'

type ManyEndpoint<Body extends z.ZodType> = Endpoint<z.ZodType, z.ZodType, Body, typeof ManyDone>

/** Does something to many points; what came of it is shown until the next time. */
export function useMany(onDone: (outcome: ManyDone) => void) {
  const { call } = usePlatform()
  const askAgain = useAskDeskAgain()
  const [state, setState] = useState<DeedState>({ type: 'rest' })
  const [outcome, setOutcome] = useState<ManyDone | null>(null)
  async function run<Body extends z.ZodType>(
    endpoint: ManyEndpoint<Body>,
    body: z.infer<Body>,
  ): Promise<void> {
    setState({ type: 'under-way' })
    setOutcome(null)
    const result = await call(endpoint, { params: {}, query: {}, body })
    await askAgain()
    if (!result.ok) return setState({ type: 'refused', refusal: result.refusal })
    setState({ type: 'rest' })
    setOutcome(result.value)
    onDone(result.value)
  }
  return { state, outcome, run }
}
