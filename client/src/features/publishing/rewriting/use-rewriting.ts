import type { DocumentId } from '@randnotiz/contract/kit/ids'
import type { Refusal } from '@randnotiz/contract/kit/refusals'
import type { NewText, RewritingPreview } from '@randnotiz/contract/publishing/rewriting'
import { previewRewriting, rewriteText } from '@randnotiz/contract/publishing/version-endpoints'
import { useCallback, useRef, useState } from 'react'
import { usePlatform } from '../../../platform/platform-context.js'

/**
 *   choosing ── preview ──▶ previewing ──▶ previewed ── confirm ──▶ rewriting ──▶ done
 *   previewing, rewriting ── the server says no ──▶ refused ── preview ──▶ previewing
 */
export type Rewriting =
  | { step: 'choosing' }
  | { step: 'previewing' }
  | { step: 'previewed'; newText: NewText; preview: RewritingPreview }
  | { step: 'rewriting'; newText: NewText; preview: RewritingPreview }
  | { step: 'done' }
  | { step: 'refused'; newText: NewText; refusal: Refusal }

export type RewritingHandle = {
  state: Rewriting
  choose(): void
  preview(newText: NewText): Promise<void>
  confirm(): Promise<void>
}

/** One replacement of a live text, from the question to the deed. */
export function useRewriting(documentId: DocumentId): RewritingHandle {
  const { call } = usePlatform()
  const [state, setState] = useState<Rewriting>({ step: 'choosing' })
  // An answer to a question that is no longer asked changes nothing.
  const asked = useRef(0)
  const choose = useCallback(() => {
    asked.current++
    setState({ step: 'choosing' })
  }, [])
  const preview = useCallback(
    async (newText: NewText) => {
      const question = ++asked.current
      setState({ step: 'previewing' })
      const answer = await call(previewRewriting, { params: { documentId }, query: {}, body: { newText } })
      if (question !== asked.current) return
      if (answer.ok) setState({ step: 'previewed', newText, preview: answer.value })
      else setState({ step: 'refused', newText, refusal: answer.refusal })
    },
    [call, documentId],
  )
  const confirm = useCallback(async () => {
    if (state.step !== 'previewed') return
    const { newText, preview } = state
    setState({ step: 'rewriting', newText, preview })
    const body = { newText, state: preview.state }
    const answer = await call(rewriteText, { params: { documentId }, query: {}, body })
    setState(answer.ok ? { step: 'done' } : { step: 'refused', newText, refusal: answer.refusal })
  }, [call, documentId, state])
  return { state, choose, preview, confirm }
}
