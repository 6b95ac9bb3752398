import { parentPort } from 'node:worker_threads'
import { PassageResolver } from '@randnotiz/anchoring'
import type { ResolveAnswer, ResolveRequest } from './resolve-messages.js'

/** The thread behind `ResolverThread`: the long way of the ladder, off the thread that serves people. */
parentPort?.on('message', (request: ResolveRequest) => parentPort?.postMessage(answer(request)))

function answer({ text, origins, lastText, passages }: ResolveRequest): ResolveAnswer {
  const resolver = new PassageResolver(text)
  return passages.map(({ textStateId, quote, range, last }) =>
    resolver.resolve(
      { quote, range, text: origins.get(textStateId) ?? null },
      lastText !== null && last !== null ? { last: { text: lastText, range: last } } : {},
    ),
  )
}
