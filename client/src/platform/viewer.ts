import { getViewer } from '@randnotiz/contract/accounts/endpoints'
import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import { ask, useAnswer } from './question.js'

/** Asked on every page. */
export const viewerQuestion = ask(getViewer)

const anonymous: Viewer = { kind: 'anonymous' }

/** Whoever looks at the page. It changes with a new page only: signing in and out load one. */
export function useViewer(): Viewer {
  const answer = useAnswer(viewerQuestion)
  return answer.ok ? answer.value : anonymous
}
