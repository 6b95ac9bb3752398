import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { NewsMove, NewsState } from '@randnotiz/contract/publishing/news'

/**
 * A news item is written, becomes public now or at a moment, and stays: what was public can be changed in sight of
 * everybody, or withdrawn with a note, and never goes away.
 *
 *   draft ── publish ──▶ published ── withdraw ──▶ withdrawn
 *     │ ▲                  ▲
 *     ▼ └─ unschedule      │ publish, or its moment comes
 *   scheduled ─────────────┘
 */
export function moveNews(state: NewsState, move: NewsMove, now: Date): Result<NewsState> {
  const at = now.toISOString()
  switch (move.move) {
    case 'publish':
      if (state.state === 'published') return accept(state)
      return isUnpublished(state) ? accept(publishedAt(at)) : refuse('publishing/news-not-now')
    case 'schedule':
      if (!isUnpublished(state)) return refuse('publishing/news-not-now')
      return move.publishAt > at
        ? accept({ state: 'scheduled', publishAt: move.publishAt })
        : refuse('publishing/moment-past', { field: 'move.publishAt' })
    case 'unschedule':
      return isUnpublished(state) ? accept({ state: 'draft' }) : refuse('publishing/news-not-now')
    case 'withdraw':
      if (state.state !== 'published') return refuse('publishing/news-not-now')
      return accept({
        state: 'withdrawn',
        publishedAt: state.publishedAt,
        withdrawnAt: at,
        note: move.note,
      })
  }
}

/** What other words make of the state; refused for what was withdrawn. */
export function rewordNews(state: NewsState, now: Date): Result<NewsState> {
  switch (state.state) {
    case 'draft':
    case 'scheduled':
      return accept(state)
    case 'published':
      return accept({ ...state, changedAt: now.toISOString() })
    case 'withdrawn':
      return refuse('publishing/news-not-now')
  }
}

/** Whether a scheduled item has come to its moment. */
export function isDue(state: NewsState, now: Date): boolean {
  return state.state === 'scheduled' && Date.parse(state.publishAt) <= now.getTime()
}

/** Nobody but staff has seen it; it can be thrown away. */
export function isUnpublished(state: NewsState): boolean {
  return state.state === 'draft' || state.state === 'scheduled'
}

const publishedAt = (at: string): NewsState => ({ state: 'published', publishedAt: at, changedAt: null })
