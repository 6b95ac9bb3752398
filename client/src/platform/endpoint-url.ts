import type { Endpoint, EndpointInput } from '@randnotiz/contract/kit/endpoint'
import { z } from 'zod'

const Values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).optional())

/** Path and query of an endpoint for given input; throws when a key of the path has no value. */
export function endpointUrl<E extends Endpoint>(
  endpoint: E,
  input: Pick<EndpointInput<E>, 'params' | 'query'>,
): string {
  const params = Values.parse(input.params)
  const path = endpoint.path.replace(/:(\w+)/g, (_, key: string) => {
    const value = params[key]
    if (value === undefined) throw new Error(`${endpoint.name} needs ${key}`)
    return encodeURIComponent(value)
  })
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(Values.parse(input.query)))
    if (value !== undefined) query.set(key, String(value))
  return query.size === 0 ? path : `${path}?${query}`
}
