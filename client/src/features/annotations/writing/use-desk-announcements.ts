import type { CommandId } from '@randnotiz/contract/kit/ids'
import { useAnnounce } from '@randnotiz/ui/announcer'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusalText } from '../../../platform/refusal-text.js'
import type { Contribution } from './contribution.js'
import type { Desk } from './use-desk.js'

/** Tells what became of what the viewer has sent, wherever on the page they are by then. */
export function useDeskAnnouncements({ contributions }: Desk): void {
  const { t } = useTranslation('annotations')
  const announce = useAnnounce()
  const refusalText = useRefusalText()
  const told = useRef(new Map<CommandId, Contribution['state']['type']>())

  useEffect(() => {
    for (const { commandId, state } of contributions) {
      const before = told.current.get(commandId)
      told.current.set(commandId, state.type)
      if (before === undefined || before === state.type) continue
      // Further attempts would only repeat it.
      const isNews = state.type === 'sent' || (state.type === 'waiting' && state.attempt === 1)
      if (isNews) announce(t(`own.${state.type}`))
      if (state.type === 'refused') announce(`${t('own.refused')}. ${refusalText(state.refusal)}`)
    }
  }, [announce, contributions, refusalText, t])
}
