import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { CommandId } from '@randnotiz/contract/kit/ids'
import { type Hunk, hunksBetween, withHunks } from '@randnotiz/domain/annotations/proposal'
import { useAnnounce } from '@randnotiz/ui/announcer'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlatform } from '../../../platform/platform-context.js'
import { useRefusalText } from '../../../platform/refusal-text.js'
import { useAnnotatingContext } from '../annotating.js'
import { sendAcceptance } from './send-acceptance.js'

/** What would come of a proposal in the text as it is now, and taking it over. */
export type Acceptance = {
  /** The words at its place now; null while nobody can say where that is. */
  before: string | null
  hunks: readonly Hunk[]
  isTaken(hunk: Hunk): boolean
  toggle(hunk: Hunk): void
  /** In other words; null as long as only changes are chosen. */
  own: string | null
  reword(text: string | null): void
  /** What would stand there. */
  wording: string
  problem: string | null
  busy: boolean
  take(): Promise<void>
}

const nameOf = ({ start, end, text }: Hunk) => `${start} ${end} ${text}`
function toggled(names: ReadonlySet<string>, name: string): ReadonlySet<string> {
  const others = [...names].filter(each => each !== name)
  return new Set(others.length < names.size ? others : [...others, name])
}

const noHunks: readonly Hunk[] = []

export function useAcceptance(annotation: Annotation, proposed: string): Acceptance {
  const { t } = useTranslation('annotations')
  const before = useWordsNow(annotation)
  const hunks = useMemo(
    () => (before === null ? noHunks : hunksBetween(before, proposed.trim())),
    [before, proposed],
  )
  const [dropped, setDropped] = useState<ReadonlySet<string>>(new Set())
  const [own, setOwn] = useState<string | null>(null)
  const isTaken = (hunk: Hunk) => !dropped.has(nameOf(hunk))
  const wording = own ?? withHunks(before ?? '', hunks.filter(isTaken))
  const sending = useTaking(annotation)
  return {
    before,
    hunks,
    isTaken,
    toggle: hunk => setDropped(toggled(dropped, nameOf(hunk))),
    own,
    reword: setOwn,
    wording,
    ...sending,
    take: async () => {
      if (before === null) return
      if (wording.trim() === before.trim()) return sending.fail(t('proposal.nothing'))
      await sending.take({ before, wording: wording.trim() })
    },
  }
}

/** The words at the place of an annotation, as they are being written. */
function useWordsNow(annotation: Annotation): string | null {
  const { passages, version } = useAnnotatingContext()
  return useMemo(() => {
    // What the text said before is of no use: `version` asks anew.
    void version
    const place = passages?.place([annotation])[0]
    if (!passages || place?.type !== 'attached') return null
    return passages.index().text.slice(place.range.start, place.range.end)
  }, [annotation, passages, version])
}

function useTaking({ id: annotationId, edition }: Annotation) {
  const { t } = useTranslation('annotations')
  const platform = usePlatform()
  const announce = useAnnounce()
  const refusalText = useRefusalText()
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const last = useRef<{ said: string; commandId: CommandId } | null>(null)

  async function take(words: { before: string; wording: string }) {
    setBusy(true)
    // The same deed after a lost answer keeps its id; other words are another deed.
    const said = JSON.stringify(words)
    if (last.current?.said !== said) last.current = { said, commandId: CommandId.parse(crypto.randomUUID()) }
    const { commandId } = last.current
    const result = await sendAcceptance({ commandId, annotationId, edition, ...words }, platform)
    setBusy(false)
    setProblem(result.ok ? null : refusalText(result.refusal))
    if (result.ok) announce(t('proposal.done'))
  }

  return { problem, busy, take, fail: setProblem }
}
