import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import { IntakeItemId } from '@randnotiz/contract/kit/ids'
import { may } from '@randnotiz/domain/accounts/permissions'
import { useSearchParams } from 'react-router'

/** The letter whose points are typed in here, as the address says; null for everybody who just reads. */
export function useIntake(viewer: Viewer): IntakeItemId | null {
  const [search] = useSearchParams()
  const named = IntakeItemId.safeParse(search.get('eingang'))
  return named.success && may(viewer, 'annotation:intake') === null ? named.data : null
}
