import type { Process } from '@randnotiz/contract/publishing/process'
import { phaseBoundaries } from '@randnotiz/domain/publishing/phase-boundaries'
import type { TellingParts } from './open-telling.js'
import { tellOfPhase, tellOfRelease } from './tell.js'
import type { TellingMarks } from './telling-marks.js'

/** A release counts from when it was begun to be written; so long it may have taken until it was there. */
const releaseSlackMs = 10 * 60_000

/**
 * Tells followers of the phases that have begun and ended since the last time, and of releases whose announcement a
 * crash has swallowed. The mark moves when everybody was told, so nothing is left out; the keys see to it that nobody
 * hears anything twice.
 */
export async function catchUp(parts: TellingParts & { marks: TellingMarks }, now: Date): Promise<void> {
  for (const process of await parts.processes.all()) {
    const from = await parts.marks.of(process.id, now)
    for (const boundary of phaseBoundaries(process.phases, from, now))
      await tellOfPhase(parts, process, boundary)
    for (const { documentId, number } of await releasesSince(parts, process, from))
      await tellOfRelease(parts, documentId, number)
    await parts.marks.move(process.id, now)
  }
}

async function releasesSince({ documents, releases }: TellingParts, process: Process, from: Date) {
  const ids = (await documents.ofProcess(process.id)).map(({ id }) => id)
  return releases.since(ids, new Date(from.getTime() - releaseSlackMs))
}
