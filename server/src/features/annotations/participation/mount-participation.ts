import { getParticipation, type Participation } from '@randnotiz/contract/annotations/participation'
import type { ProcessId } from '@randnotiz/contract/kit/ids'
import { accept, refuse } from '@randnotiz/contract/kit/result'
import type { Process } from '@randnotiz/contract/publishing/process'
import type { Mount } from '../../../platform/http/endpoint-table.js'
import type { DeedParts } from '../deeds/parts.js'
import type { AnnotationModels } from '../storage/models.js'
import { countParticipation } from './count-participation.js'
import { participationRows } from './participation-rows.js'

type Parts = Pick<DeedParts, 'processes' | 'documentsOf' | 'readAuthors' | 'supportHiddenMs' | 'clock'> & {
  models: AnnotationModels
}

/** Everybody who comes by sees them, so they are counted once a minute at most. */
const keptMs = 60_000

export function mountParticipation(mount: Mount, parts: Parts): void {
  const kept = new Map<ProcessId, { at: number; counted: Promise<Participation> }>()

  function counted(process: Process): Promise<Participation> {
    const now = parts.clock.now().getTime()
    const known = kept.get(process.id)
    if (known && now - known.at < keptMs) return known.counted
    const counting = { at: now, counted: count(parts, process) }
    kept.set(process.id, counting)
    counting.counted.catch(() => kept.delete(process.id))
    return counting.counted
  }

  mount(getParticipation, async ({ params }) => {
    const process = (await parts.processes()).find(({ slug }) => slug === params.slug)
    return process ? accept(await counted(process)) : refuse('publishing/unknown-process')
  })
}

async function count(
  { models, documentsOf, readAuthors, supportHiddenMs, clock }: Parts,
  process: Process,
): Promise<Participation> {
  const documents = await documentsOf(process.id)
  const rows = await participationRows(
    models,
    documents.map(({ id }) => id),
  )
  const ids = new Set(rows.flatMap(row => [row.authorId, ...row.replies.map(({ authorId }) => authorId)]))
  const [document] = documents
  const hiddenMs = document ? await supportHiddenMs(document.id) : 0
  const hiding = { hiddenMs, now: clock.now() }
  return countParticipation({ process, rows, authors: await readAuthors([...ids]), hiding })
}
