import { Pseudonym } from '@randnotiz/contract/accounts/viewer'
import type { UserId } from '@randnotiz/contract/kit/ids'
import { personIdOf } from '@randnotiz/domain/accounts/person'
import { isPseudonymReadable } from '@randnotiz/domain/accounts/pseudonym'
import { type RefObject, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusalText } from '../../../platform/refusal-text.js'
import { isAboutName } from '../../accounts/guest/guest-name-field.js'
import { useJoinAsGuest } from '../../accounts/guest/use-join-as-guest.js'
import { useAnnotatingContext } from '../annotating.js'
import type { Contribution, Words } from './contribution.js'

/** Sending what somebody has written: at once for who is known, after they gave themselves a name for a visitor. */
export type Sending = {
  /** `sign-in`: not possible without an account here. `closed`: the phase takes nothing. */
  way: 'known' | 'as-guest' | 'sign-in' | 'closed'
  name: string
  setName(name: string): void
  nameField: RefObject<HTMLInputElement | null>
  nameProblem: string | null
  /** What stands in the way besides the name. */
  problem: string | null
  busy: boolean
  /** Answers whether it is on its way. */
  send(draft: Contribution, words: Words): Promise<boolean>
}

export function useSending(action: 'annotate' | 'reply'): Sending {
  const { viewer, permissions, desk } = useAnnotatingContext()
  const naming = useNaming()
  const known = personIdOf(viewer)
  const way = wayOf(known, permissions[action], permissions.asGuest[action])
  return {
    ...naming,
    way,
    async send(draft, words) {
      const author = known ?? (way === 'as-guest' ? await naming.join() : null)
      if (author === null) return false
      desk.submit(draft, words, author)
      return true
    },
  }
}

function wayOf(known: UserId | null, permitted: boolean, asGuest: boolean): Sending['way'] {
  if (known !== null) return permitted ? 'known' : 'closed'
  return asGuest ? 'as-guest' : 'sign-in'
}

function useNaming() {
  const { t } = useTranslation('accounts')
  const refusalText = useRefusalText()
  const joinAsGuest = useJoinAsGuest()
  const [name, setName] = useState('')
  const [nameProblem, setNameProblem] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const nameField = useRef<HTMLInputElement>(null)

  function askAgain(text: string): null {
    setNameProblem(text)
    nameField.current?.focus()
    return null
  }

  async function join(): Promise<UserId | null> {
    const parsed = Pseudonym.safeParse(name)
    if (!parsed.success || !isPseudonymReadable(parsed.data)) return askAgain(t('guest.missingName'))
    if (busy) return null
    setBusy(true)
    const joined = await joinAsGuest(parsed.data)
    setBusy(false)
    if (joined.ok) return joined.value
    if (isAboutName(joined.refusal)) return askAgain(refusalText(joined.refusal))
    setProblem(refusalText(joined.refusal))
    return null
  }

  return { name, setName, nameField, nameProblem, problem, busy, join }
}
