import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { findAnnotations, listOwnSupports, putSupport } from '@randnotiz/contract/annotations/endpoints'
import type { AnnotationId, DocumentId } from '@randnotiz/contract/kit/ids'
import type { Refusal } from '@randnotiz/contract/kit/refusals'
import { accept, type Result } from '@randnotiz/contract/kit/result'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { usePlatform } from '../../../platform/platform-context.js'
import { answerTo, ask, questionKey } from '../../../platform/question.js'

export type SupportControl = {
  /** Whether the viewer supports it; what they last chose counts before the server has answered. */
  supports: boolean
  /** What the last attempt was refused with. */
  refusal: Refusal | null
  set(supports: boolean): void
}

const ownSupportsOf = (documentId: DocumentId) => ask(listOwnSupports, { params: { documentId } })

/** The support of one annotation by a viewer who is known. Says what shall be, so a repeated attempt does no harm. */
export function useSupport({ id, target }: Pick<Annotation, 'id' | 'target'>): SupportControl {
  const { call } = usePlatform()
  const queryClient = useQueryClient()
  const question = ownSupportsOf(target.documentId)
  const own = useQuery(answerTo(call, question))
  const known = own.data?.ok ? own.data.value : []
  const sending = useMutation<Result<Annotation>, Error, boolean>({
    mutationFn: supports =>
      call(putSupport, {
        params: { annotationId: id },
        query: {},
        body: { annotationId: id, supports },
      }),
    onSuccess: (result, supports) => {
      if (!result.ok) return
      queryClient.setQueryData(questionKey(question), accept(withSupport(known, { id, supports })))
      // Lists show the number that was read with them.
      void queryClient.invalidateQueries({ queryKey: [findAnnotations.name] })
    },
  })
  const wanted = sending.isPending ? sending.variables : null
  return {
    supports: wanted ?? known.includes(id),
    refusal: sending.data?.ok === false ? sending.data.refusal : null,
    set: supports => sending.mutate(supports),
  }
}

function withSupport(
  known: readonly AnnotationId[],
  { id, supports }: { id: AnnotationId; supports: boolean },
): AnnotationId[] {
  const others = known.filter(other => other !== id)
  return supports ? [...others, id] : others
}
