import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import { unnamedAuthor } from '@randnotiz/contract/annotations/annotation'
import type { ProcessId, Slug } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { ProcessChange, ProcessDesk } from '@randnotiz/contract/publishing/settings'
import { mayConfigure, type SettingsParts, settledProcess } from '../parts.js'

/** So many changes the page shows. */
const mostChanges = 50

export async function getProcessDesk(
  parts: SettingsParts,
  slug: Slug,
  viewer: Viewer,
): Promise<Result<ProcessDesk>> {
  const person = mayConfigure(viewer)
  if (!person.ok) return person
  const process = (await parts.processes.all()).find(one => one.slug === slug)
  return process ? processDesk(parts, process.id) : refuse('publishing/unknown-process')
}

/** Everything about a process that can be changed, and who has changed it. */
export async function processDesk(parts: SettingsParts, processId: ProcessId): Promise<Result<ProcessDesk>> {
  const settled = await settledProcess(parts, processId)
  if (settled === null) return refuse('publishing/unknown-process')
  const { process, edition } = settled
  const [documents, changes] = await Promise.all([
    parts.documents.ofProcess(processId),
    listChanges(parts, processId),
  ])
  return accept({ process, edition, documents, changes })
}

async function listChanges(
  { changes, readAuthors }: SettingsParts,
  processId: ProcessId,
): Promise<ProcessChange[]> {
  const rows = await changes.newest(processId, mostChanges)
  const people = await readAuthors([...new Set(rows.map(({ personId }) => personId))])
  return rows.map(({ at, personId, entries }) => ({
    at: at.toISOString(),
    by: (people.get(personId) ?? unnamedAuthor).pseudonym,
    entries,
  }))
}
