import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { ProcessPage } from '@randnotiz/contract/publishing/endpoints'
import { currentPhase, landingProcess } from '@randnotiz/domain/publishing/phases'
import type { z } from 'zod'
import type { Clock } from '../../../platform/clock.js'
import type { DocumentsOf } from '../documents-of.js'
import type { LiveNumbers } from '../live-numbers.js'
import type { ProcessStore } from '../process-store.js'

export type GetHomeParts = {
  processes: ProcessStore
  documentsOf: DocumentsOf
  numbers: LiveNumbers
  clock: Clock
}

export async function getHome({
  processes,
  documentsOf,
  numbers,
  clock,
}: GetHomeParts): Promise<Result<z.output<typeof ProcessPage>>> {
  const now = clock.now()
  const process = landingProcess(await processes.all(), now)
  if (process === null) return refuse('publishing/unknown-process')
  const documents = await documentsOf(process.id)
  return accept({
    process,
    currentPhase: currentPhase(process.phases, now)?.key ?? null,
    documents,
    numbers: await numbers.of(documents.map(({ id }) => id)),
  })
}
