import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { CommandId } from '@randnotiz/contract/kit/ids'
import type { Result } from '@randnotiz/contract/kit/result'
import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { Mistake } from '../writing/contribution.js'
import type { KeptEdit } from './kept-edit.js'
import { type OwnDeed, useOwnDeed } from './use-own-deed.js'

type Parts<Words> = {
  kept: KeptEdit<Words>
  /** As they stand now, and which wording that is. */
  standing: { edition: number; words: Words }
  mistakesIn(words: Words): Mistake[]
  send(words: Words, command: { commandId: CommandId; edition: number }): Promise<Result<Annotation>>
  onDone(annotation: Annotation): void
}

export type Editing<Words> = {
  words: Words
  mistakes: readonly Mistake[]
  deed: OwnDeed
  /** Its author has changed it elsewhere since they began here; saving replaces that, now that they see it. */
  overtaken: boolean
  form: RefObject<HTMLFormElement | null>
  revise(change: Partial<Words>): void
  submit(event: FormEvent): void
  /** Gives up what was changed. */
  giveUp(): void
}

/** An author puts words of theirs in other words. What they have so far is kept on the device with every key. */
export function useEditing<Words extends object>(parts: Parts<Words>): Editing<Words> {
  const { kept, standing } = parts
  const [begun] = useState(() => kept.read() ?? standing)
  const [words, setWords] = useState(begun.words)
  const [mistakes, setMistakes] = useState<Mistake[]>([])
  const form = useRef<HTMLFormElement>(null)
  const command = useRef<{ commandId: CommandId; edition: number } | null>(null)
  const deed = useOwnDeed(parts.onDone)

  useEffect(() => form.current?.querySelector<HTMLElement>('textarea')?.focus(), [])

  function revise(change: Partial<Words>) {
    const revised = { ...words, ...change }
    command.current = null
    setWords(revised)
    kept.keep({ edition: begun.edition, words: revised })
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    const found = parts.mistakesIn(words)
    setMistakes(found)
    if (found[0]) return form.current?.querySelector<HTMLElement>(`[name="${found[0].field}"]`)?.focus()
    const { edition } = standing
    // The same words after a lost answer are the same command.
    if (command.current?.edition !== edition)
      command.current = { commandId: CommandId.parse(crypto.randomUUID()), edition }
    const sent = command.current
    if (await deed.run(() => parts.send(words, sent))) kept.forget()
  }

  return {
    words,
    mistakes,
    deed,
    // While it is being sent, the newer wording may be the one that is being sent: everybody hears of it first.
    overtaken: !deed.busy && begun.edition !== standing.edition,
    form,
    revise,
    submit: event => void submit(event),
    giveUp: kept.forget,
  }
}
