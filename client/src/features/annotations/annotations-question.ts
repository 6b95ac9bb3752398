import { type FeedPage, feedPageSize } from '@randnotiz/contract/annotations/change-feed'
import { listAnnotations } from '@randnotiz/contract/annotations/endpoints'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import type { Result } from '@randnotiz/contract/kit/result'
import type { QueryClient } from '@tanstack/react-query'
import { ask, type Question, questionKey } from '../../platform/question.js'
import { advanceFeed, emptyFeed, type Feed, isBehind } from './feed/feed.js'

/** One stretch of a document's feed. */
export const annotationsQuestion = (documentId: DocumentId, since = 0): Question<typeof listAnnotations> =>
  ask(listAnnotations, { params: { documentId }, query: { since } })

type AnswerPage = (question: Question<typeof listAnnotations>) => Promise<Result<FeedPage>>

/**
 * Asks page by page until everything is there, so that the server renders a complete list; of thousands only the first,
 * since a page of all of them takes seconds to make and is of no use to anybody: the rest comes live, or is read in the
 * list and in the text with its notes.
 */
export async function answerFirstAnnotations(answer: AnswerPage, documentId: DocumentId): Promise<void> {
  let feed = emptyFeed
  do {
    const since = feed.upTo
    const page = await answer(annotationsQuestion(documentId, since))
    if (!page.ok || page.value.upTo <= since) return
    feed = advanceFeed(feed, { type: 'page', since, page: page.value })
  } while (isBehind(feed) && feed.annotations.size < feedPageSize)
}

/** The feed as far as its pages have been answered. */
export function answeredFeed(client: QueryClient, documentId: DocumentId): Feed {
  let feed = emptyFeed
  for (;;) {
    const since = feed.upTo
    const key = questionKey(annotationsQuestion(documentId, since))
    const page = client.getQueryData<Result<FeedPage>>(key)
    if (!page?.ok || page.value.upTo <= since) return feed
    feed = advanceFeed(feed, { type: 'page', since, page: page.value })
  }
}
