import { findAnnotations, putReadMark } from '@randnotiz/contract/annotations/endpoints'
import type { Moment } from '@randnotiz/contract/kit/wire-values'
import { Button } from '@randnotiz/ui/button'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { useDeed } from '../../../platform/use-deed.js'

/** Marks as read what the list shows, and nothing that has come since it was made. */
export function MarkRead({ asOf }: { asOf: Moment }) {
  const { t } = useTranslation('annotations')
  const { state, run } = useDeed(putReadMark)
  const queryClient = useQueryClient()
  return (
    <div>
      <Button
        size="small"
        disabled={state.type === 'under-way'}
        onClick={async () => {
          const marked = await run({ body: { readUpTo: asOf } })
          if (marked.ok) await queryClient.invalidateQueries({ queryKey: [findAnnotations.name] })
        }}
      >
        {t('finding.markRead')}
      </Button>
      <DeedProblem state={state} />
    </div>
  )
}
