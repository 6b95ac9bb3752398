import { parentPort } from 'node:worker_threads'
import { PassageResolver, type ResolvedPassage } from '@randnotiz/anchoring'
import type { ResolveAnswer, ResolveMessage, ResolveTexts, SearchedPassage } from './resolve-messages.js'

/**
 * The thread behind `ResolverThread`: the long way of the ladder, off the thread that serves people. Requests about one
 * text come one after the other, so the resolver with its maps is kept until another text comes.
 */
let known: ResolveTexts = { text: '', origins: new Map(), lastText: null }
let resolver = new PassageResolver(known.text)

parentPort?.on('message', ({ texts, passages }: ResolveMessage) => {
  const startedAt = performance.now()
  if (texts !== null) {
    if (texts.text !== known.text) resolver = new PassageResolver(texts.text)
    known = texts
  }
  const found = find(passages)
  const answer: ResolveAnswer = { found, ms: performance.now() - startedAt }
  parentPort?.postMessage(answer)
})

function find(passages: readonly SearchedPassage[]): ResolvedPassage[] {
  const { origins, lastText } = known
  return passages.map(({ textStateId, quote, range, last }) =>
    resolver.resolve(
      { quote, range, text: origins.get(textStateId) ?? null },
      lastText !== null && last !== null ? { last: { text: lastText, range: last } } : {},
    ),
  )
}
