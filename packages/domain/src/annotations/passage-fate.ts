import type { PassageFate } from '@randnotiz/contract/annotations/passage-preview'

/** Where a passage stands in a text, and at which words. */
export type Standing =
  | { status: 'attached'; words: string }
  | { status: 'suggested'; words: string }
  | { status: 'orphaned' }

/** What becomes of a passage that stands here now and would stand there then. */
export function fateOf(now: Standing, later: Standing): PassageFate {
  switch (later.status) {
    case 'attached':
      if (now.status !== 'attached') return 'returns'
      return now.words === later.words ? 'stays' : 'changes'
    case 'suggested':
      return 'in-doubt'
    case 'orphaned':
      return now.status === 'orphaned' ? 'still-lost' : 'lost'
  }
}

const urgency: readonly PassageFate[] = ['lost', 'in-doubt', 'changes', 'returns']

/** How soon somebody should look at it, 0 first; null for what stays as it is. */
export function wantsALook(fate: PassageFate): number | null {
  const place = urgency.indexOf(fate)
  return place < 0 ? null : place
}
