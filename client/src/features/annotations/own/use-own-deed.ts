import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { Result } from '@randnotiz/contract/kit/result'
import { useState } from 'react'
import { useRefusalText } from '../../../platform/refusal-text.js'

export type OwnDeed = {
  busy: boolean
  problem: string | null
  /** Answers whether it was done. */
  run(deed: () => Promise<Result<Annotation>>): Promise<boolean>
}

/** Something an author does with a contribution of theirs; what the server refuses is said where they did it. */
export function useOwnDeed(onDone: (annotation: Annotation) => void): OwnDeed {
  const refusalText = useRefusalText()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  async function run(deed: () => Promise<Result<Annotation>>) {
    setBusy(true)
    const result = await deed()
    setBusy(false)
    setProblem(result.ok ? null : refusalText(result.refusal))
    if (result.ok) onDone(result.value)
    return result.ok
  }
  return { busy, problem, run }
}
