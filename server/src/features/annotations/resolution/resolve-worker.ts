import { parentPort } from 'node:worker_threads'
import { PassageResolver, type ResolvedPassage } from '@randnotiz/anchoring'
import type { ResolveAnswer, ResolveRequest } from './resolve-messages.js'

/**
 * The thread behind `ResolverThread`: the long way of the ladder, off the thread that serves people. Requests about one
 * text come one after the other, so the resolver with its maps is kept until another text comes.
 */
let text = ''
let resolver = new PassageResolver(text)

parentPort?.on('message', (request: ResolveRequest) => {
  const startedAt = performance.now()
  if (request.text !== text) {
    text = request.text
    resolver = new PassageResolver(text)
  }
  const found = find(request)
  const answer: ResolveAnswer = { found, ms: performance.now() - startedAt }
  parentPort?.postMessage(answer)
})

function find({ origins, lastText, passages }: ResolveRequest): ResolvedPassage[] {
  return passages.map(({ textStateId, quote, range, last }) =>
    resolver.resolve(
      { quote, range, text: origins.get(textStateId) ?? null },
      lastText !== null && last !== null ? { last: { text: lastText, range: last } } : {},
    ),
  )
}
