/**
 * A document's annotations as they are known here, and the number of the last change behind them.
 *
 * The server numbers the changes of a document without gaps. A client that holds number n asks for what came after n
 * and hears of n + 1 by itself. Anything higher means that something was missed: the number is remembered as `head`,
 * the change itself is left aside, and whoever owns the feed asks again until `isBehind` says no. So order, doubles and
 * losses on the way never matter; only numbers do.
 *
 * A server that knows fewer changes than it was asked about has another feed (a backup was restored): start over.
 */
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { FeedPage } from '@randnotiz/contract/annotations/change-feed'
import type { AnnotationId } from '@randnotiz/contract/kit/ids'

export type Feed = {
  /** Every change up to this number is in `annotations`. */
  upTo: number
  /** Highest number heard of. */
  head: number
  annotations: ReadonlyMap<AnnotationId, Annotation>
}

export type FeedStep =
  | { type: 'page'; since: number; page: Pick<FeedPage, 'upTo' | 'head' | 'annotations'> }
  | { type: 'change'; seq: number; annotation: Annotation }

export const emptyFeed: Feed = { upTo: 0, head: 0, annotations: new Map() }

export function isBehind(feed: Feed): boolean {
  return feed.upTo < feed.head
}

/** The feed after a step; the very same object when the step says nothing new. */
export function advanceFeed(feed: Feed, step: FeedStep): Feed {
  switch (step.type) {
    case 'page':
      return addPage(feed, step)
    case 'change':
      return addChange(feed, step)
  }
}

function addPage(feed: Feed, { since, page }: FeedStep & { type: 'page' }): Feed {
  if (page.head < since) return { ...emptyFeed, head: page.head }
  if (page.upTo <= feed.upTo) return hearOf(feed, page.head)
  return {
    upTo: page.upTo,
    head: Math.max(feed.head, page.head),
    annotations: withAnnotations(feed.annotations, page.annotations),
  }
}

function addChange(feed: Feed, { seq, annotation }: FeedStep & { type: 'change' }): Feed {
  if (seq !== feed.upTo + 1) return hearOf(feed, seq)
  return {
    upTo: seq,
    head: Math.max(feed.head, seq),
    annotations: withAnnotations(feed.annotations, [annotation]),
  }
}

function hearOf(feed: Feed, head: number): Feed {
  return head <= feed.head ? feed : { ...feed, head }
}

function withAnnotations(
  known: ReadonlyMap<AnnotationId, Annotation>,
  changed: readonly Annotation[],
): ReadonlyMap<AnnotationId, Annotation> {
  const annotations = new Map(known)
  for (const annotation of changed) annotations.set(annotation.id, annotation)
  return annotations
}
