import type { TextRange } from '@randnotiz/contract/annotations/target'
import type { AnnotationId } from '@randnotiz/contract/kit/ids'
import { useAnnounce } from '@randnotiz/ui/announcer'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlatform } from '../../../platform/platform-context.js'
import type { Feed } from '../feed/feed.js'
import type { AnnotatedText } from '../painting/annotated-text.js'
import type { Passages } from '../passages.js'
import { onSettledSelection, selectionIn } from '../writing/settled-selection.js'
import { decisionCommand, sendDecision } from './send-decision.js'
import { isComplete, revised, unanswered, type Waiting, waitingFor } from './waiting.js'

/** Deciding where annotations belong, one at a time. */
export type Attaching = {
  waiting: Waiting | null
  /** Waits for a passage; what is selected in the text already is taken. */
  begin(id: AnnotationId): void
  /** Asks once more before a passage is called gone. */
  beginDetaching(id: AnnotationId): void
  /** The suggested place is the right one; null when it is not in the text any more. */
  confirm(id: AnnotationId, suggested: TextRange | null): void
  take(selected: TextRange): void
  giveReason(reason: string): void
  decide(): void
  cancel(): void
}

type Parts = {
  feed: Feed
  text: AnnotatedText | null
  passages: Passages | null
  /** It is done: where it stands now is shown. */
  onDecided(id: AnnotationId): void
  onCancelled(id: AnnotationId): void
}

export function useAttaching({ feed, text, passages, onDecided, onCancelled }: Parts): Attaching {
  const { t } = useTranslation('annotations')
  const announce = useAnnounce()
  const platform = usePlatform()
  const [waiting, setWaiting] = useState<Waiting | null>(null)

  const take = useEffectEvent((range: Range | null) => {
    const selected = range && text ? text.offsetsOf(range) : null
    if (selected) takeRange(selected)
  })
  const isWaiting = waiting?.decision === 'attached'
  useEffect(
    () => (text && isWaiting ? onSettledSelection(text.root, range => take(range)) : undefined),
    [isWaiting, text],
  )

  function takeRange(selected: TextRange) {
    const claimed = passages?.claim(selected)
    if (claimed?.type === 'too-long') announce(t('selectionTooLong', { limit: claimed.limit }))
    if (claimed?.type !== 'claimed') return
    setWaiting(current => current && revised(current, { passage: claimed.claim }))
  }

  async function send(decided: Waiting) {
    const { annotationId, decision, reason } = decided
    const after = feed.annotations.get(annotationId)?.attachment?.number ?? 0
    const passage = present(decided.passage, passages)
    const command =
      unanswered(decided) ??
      decisionCommand({ annotationId, after, decision, passage, reason: reason.trim() })
    if (command === null) return
    setWaiting({ ...decided, step: { type: 'sending' } })
    const result = await sendDecision(command, platform)
    if (!result.ok)
      return setWaiting({ ...decided, step: { type: 'refused', refusal: result.refusal, command } })
    setWaiting(null)
    announce(t(`attach.done.${decision}`))
    onDecided(annotationId)
  }

  return {
    waiting,
    begin(id) {
      setWaiting(waitingFor(id, 'attached'))
      const selected = text && selectionIn(text.root)
      const range = selected && text.offsetsOf(selected)
      if (range) takeRange(range)
    },
    beginDetaching: id => setWaiting(waitingFor(id, 'detached')),
    confirm(id, suggested) {
      const claimed = suggested && passages?.claim(suggested)
      const confirming = waitingFor(id, 'confirmed')
      if (claimed?.type === 'claimed') void send({ ...confirming, passage: claimed.claim })
      else setWaiting({ ...confirming, step: { type: 'refused', refusal: gone, command: null } })
    },
    take: takeRange,
    giveReason: reason => setWaiting(current => current && revised(current, { reason })),
    decide: () => waiting && isComplete(waiting) && void send(waiting),
    cancel() {
      setWaiting(null)
      if (waiting) onCancelled(waiting.annotationId)
    },
  }
}

const gone = { code: 'annotations/suggestion-changed' } as const

/** The passage in the text as it is now; as it was chosen where it cannot be found any more, and the server will say so. */
function present(passage: Waiting['passage'], passages: Passages | null): Waiting['passage'] {
  const renewed = passage && passages?.renew(passage)
  return renewed && renewed.type !== 'lost' ? renewed.claim : passage
}

/** Where the passage that is being chosen stands in the text of this `version`. */
export function useChosenPassage(
  { waiting }: Attaching,
  { passages, version }: { passages: Passages | null; version: number },
): TextRange | null {
  const passage = waiting?.passage ?? null
  return useMemo(() => {
    void version
    const renewed = passage && passages?.renew(passage)
    return renewed && renewed.type !== 'lost' ? renewed.claim.range : null
  }, [passage, passages, version])
}
