import type { Point } from '@randnotiz/contract/answers/case'
import type { CasePage } from '@randnotiz/contract/answers/desk'
import { writeAnswer } from '@randnotiz/contract/answers/endpoints'
import { type FormEvent, useEffect, useState } from 'react'
import { useDeed } from '../../../platform/use-deed.js'
import { claimFrom, keepTyped, readTyped, type Typed, typedFrom } from './kept-draft.js'
import { useAskDeskAgain } from './use-desk-live.js'

type About = { page: CasePage; point: Point; onType(): void; onSaved(): void }

const writtenAtOf = ({ work }: Point) => ('writtenAt' in work ? work.writtenAt : null)

/**
 * What somebody types as an answer. It stays when a colleague was faster: the form is never filled anew under somebody's
 * hands, and the server says no to a version that was seen before.
 */
export function useAnswerForm({ page, point, onType, onSaved }: About) {
  const askAgain = useAskDeskAgain()
  const deed = useDeed(writeAnswer)
  const name = { annotationId: page.annotation.id, number: point.number }
  const [typed, setTyped] = useState(() => typedFrom(point))
  const [tried, setTried] = useState(false)
  const [dirty, setDirty] = useState(false)
  const current = { writtenAt: writtenAtOf(point), version: page.case.version }
  const [seen, setSeen] = useState(current)
  const moved = seen.writtenAt !== current.writtenAt
  // Nobody has typed anything: what a colleague has written is shown at once.
  if (moved && !dirty) {
    setTyped(typedFrom(point))
    setSeen(current)
  }
  // Only in the browser: what is kept there is not part of the page that the server sent.
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once.
  useEffect(() => {
    const kept = readTyped(name)
    if (kept === null) return
    setTyped(kept)
    setDirty(true)
    onType()
  }, [])
  function change(changed: Partial<Typed>) {
    const next = { ...typed, ...changed }
    setTyped(next)
    setDirty(true)
    keepTyped(name, next)
    onType()
  }
  async function save(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    const answer = claimFrom(typed)
    if (answer === null) return
    const { version } = moved ? seen : current
    const body = { point: { ...name, version }, edition: page.annotation.edition, answer }
    const result = await deed.run({ body })
    if (result.ok) keepTyped(name, null)
    await askAgain()
    if (result.ok) onSaved()
  }
  const forget = () => keepTyped(name, null)
  return { typed, change, save, forget, tried, moved, see: () => setSeen(current), state: deed.state }
}
