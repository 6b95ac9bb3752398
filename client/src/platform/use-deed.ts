import type { Endpoint, EndpointInput, EndpointResponse } from '@randnotiz/contract/kit/endpoint'
import type { Refusal } from '@randnotiz/contract/kit/refusals'
import type { Result } from '@randnotiz/contract/kit/result'
import { useState } from 'react'
import { usePlatform } from './platform-context.js'

/** Where something that a person has asked for stands. */
export type DeedState = { type: 'rest' } | { type: 'under-way' } | { type: 'refused'; refusal: Refusal }

export type Deed<E extends Endpoint> = {
  state: DeedState
  run(input: Partial<EndpointInput<E>>): Promise<Result<EndpointResponse<E>>>
}

/** Does something on the server when a person asks for it. */
export function useDeed<E extends Endpoint>(endpoint: E): Deed<E> {
  const { call } = usePlatform()
  const [state, setState] = useState<DeedState>({ type: 'rest' })
  return {
    state,
    run: async input => {
      setState({ type: 'under-way' })
      // What is left out is empty; an endpoint that wants more refuses it as `request/invalid`.
      const whole = { params: {}, query: {}, body: {}, ...input } as EndpointInput<E>
      const result = await call(endpoint, whole)
      setState(result.ok ? { type: 'rest' } : { type: 'refused', refusal: result.refusal })
      return result
    },
  }
}
