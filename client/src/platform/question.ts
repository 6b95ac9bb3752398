/**
 * What a page needs to know before it can be shown. A route names its questions, so that the server can ask them
 * before it renders; the components of the page ask the same ones and find the answers in the cache.
 *
 * An answer is a `Result`: a refusal is data, and the page says so in a sentence. Only an outage is thrown, because
 * then asking again helps: react-query does so, and the error boundary of the page when all attempts are used up.
 */
import type { Endpoint, EndpointInput, EndpointResponse } from '@randnotiz/contract/kit/endpoint'
import type { CallEndpoint } from '@randnotiz/contract/kit/page'
import type { Result } from '@randnotiz/contract/kit/result'
import { type DataTag, queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { usePlatform } from './platform-context.js'

export type Question<E extends Endpoint = Endpoint> = { endpoint: E; input: EndpointInput<E> }

/** A question to an endpoint; what is left out of the input is empty. */
export function ask<E extends Endpoint>(endpoint: E, input: Partial<EndpointInput<E>> = {}): Question<E> {
  // An endpoint that wants more than this refuses it as `request/invalid`.
  return { endpoint, input: { params: {}, query: {}, body: {}, ...input } as EndpointInput<E> }
}

type QuestionKey<E extends Endpoint> = DataTag<readonly unknown[], Result<EndpointResponse<E>>, NoAnswer>

/** Where react-query keeps the answer. */
export function questionKey<E extends Endpoint>({ endpoint, input }: Question<E>): QuestionKey<E> {
  // The tag exists for the compiler only.
  return [endpoint.name, input.params, input.query] as unknown as QuestionKey<E>
}

/** The server gave no answer; another attempt may get one. */
export class NoAnswer extends Error {}

/** For prefetching, and for components that steer their query themselves. */
export function answerTo<E extends Endpoint>(call: CallEndpoint, question: Question<E>) {
  return queryOptions<Result<EndpointResponse<E>>, NoAnswer>({
    queryKey: questionKey(question),
    queryFn: async () => {
      const result = await call(question.endpoint, question.input)
      if (!result.ok && result.refusal.code === 'server/unavailable')
        throw new NoAnswer(question.endpoint.name)
      return result
    },
  })
}

/** The answer; suspends until it is there. On the server it has to be among the questions of the route. */
export function useAnswer<E extends Endpoint>(question: Question<E>): Result<EndpointResponse<E>> {
  const { call } = usePlatform()
  return useSuspenseQuery(answerTo(call, question)).data
}
