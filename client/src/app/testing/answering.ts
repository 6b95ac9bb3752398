import type { CallEndpoint } from '@randnotiz/contract/kit/page'
import { type Result, refuse } from '@randnotiz/contract/kit/result'

/** A server that knows these answers by the names of their endpoints, and refuses everything else as unknown. */
export function answering(answers: Record<string, Result<unknown>>): CallEndpoint {
  return async ({ name, response }) => {
    const answer = answers[name] ?? refuse('documents/unknown')
    // Parsed as the server parses it, so that no test relies on an answer that cannot be.
    return answer.ok ? { ok: true, value: response.parse(answer.value) as never } : answer
  }
}
