import { Notice } from '@randnotiz/ui/notice'
import { useRefusalText } from './refusal-text.js'
import type { DeedState } from './use-deed.js'

/** Why something could not be done. */
export function DeedProblem({ state }: { state: DeedState }) {
  const refusalText = useRefusalText()
  if (state.type !== 'refused') return null
  return (
    <Notice tone="problem" role="alert">
      <p>{refusalText(state.refusal)}</p>
    </Notice>
  )
}
