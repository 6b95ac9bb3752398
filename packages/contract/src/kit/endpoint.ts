import { z } from 'zod'

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

/**
 * One REST endpoint. `path` uses express's `:name` for the keys of `params`. The answer is `response` as JSON with
 * status 200 (204 when `response` is `Nothing`), or `{ refusal }` with the status of the refusal table.
 */
export type Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> = {
  name: string
  method: Method
  path: string
  params: Params
  query: Query
  body: Body
  response: Response
  /** How long a caller waits for the answer, in milliseconds, where it may take longer than usual. */
  patience?: number
}

const NoKeys = z.object({})

/** An answer without content. */
export const Nothing = z.null()

type Parts<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> = {
  name: string
  method: Method
  path: string
  params?: P
  query?: Q
  body?: B
  response: R
  patience?: number
}

export function endpoint<
  R extends z.ZodType,
  P extends z.ZodType = typeof NoKeys,
  Q extends z.ZodType = typeof NoKeys,
  B extends z.ZodType = typeof NoKeys,
>(parts: Parts<P, Q, B, R>): Endpoint<P, Q, B, R> {
  const none = NoKeys as unknown
  return { params: none as P, query: none as Q, body: none as B, ...parts }
}

/** What a caller hands to an endpoint, and what the server finds after validation. */
export type EndpointInput<E extends Endpoint> = {
  params: z.infer<E['params']>
  query: z.infer<E['query']>
  body: z.infer<E['body']>
}

export type EndpointResponse<E extends Endpoint> = z.infer<E['response']>
