import { importAnnotations } from '@randnotiz/contract/annotations/exchange/endpoints'
import type { ImportFile, ImportReport } from '@randnotiz/contract/annotations/exchange/import'
import type { SourceSystem } from '@randnotiz/contract/annotations/source'
import type { Slug } from '@randnotiz/contract/kit/ids'
import type { Refusal } from '@randnotiz/contract/kit/refusals'
import { useState } from 'react'
import { usePlatform } from '../../../platform/platform-context.js'

/** What somebody wants to take over, and where to. */
export type ImportWish = { slug: Slug; system: SourceSystem; files: ImportFile[] }

export type ImportState =
  | { step: 'choosing'; refusal: Refusal | null }
  | { step: 'checking' }
  | { step: 'checked'; wish: ImportWish; report: ImportReport; refusal: Refusal | null }
  | { step: 'taking'; wish: ImportWish; report: ImportReport }
  | { step: 'taken'; wish: ImportWish; report: ImportReport }

/** First a report of what would become of each contribution, then the deed. */
export function useImport() {
  const { call } = usePlatform()
  const [state, setState] = useState<ImportState>({ step: 'choosing', refusal: null })

  const send = ({ slug, system, files }: ImportWish, run: 'check' | 'take') =>
    call(importAnnotations, { params: { slug }, query: {}, body: { run, system, files } })

  async function check(wish: ImportWish) {
    setState({ step: 'checking' })
    const result = await send(wish, 'check')
    setState(
      result.ok
        ? { step: 'checked', wish, report: result.value, refusal: null }
        : { step: 'choosing', refusal: result.refusal },
    )
  }

  async function take(wish: ImportWish, checked: ImportReport) {
    setState({ step: 'taking', wish, report: checked })
    const result = await send(wish, 'take')
    setState(
      result.ok
        ? { step: 'taken', wish, report: result.value }
        : { step: 'checked', wish, report: checked, refusal: result.refusal },
    )
  }

  return { state, check, take, startOver: () => setState({ step: 'choosing', refusal: null }) }
}
