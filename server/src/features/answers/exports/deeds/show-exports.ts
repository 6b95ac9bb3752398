import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { ExportsPage } from '@randnotiz/contract/answers/exports/endpoints'
import type { ExportJob } from '@randnotiz/contract/answers/exports/export-job'
import type { DocumentSummary } from '@randnotiz/contract/documents/document'
import type { Slug, UserId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { VersionName } from '@randnotiz/contract/publishing/version'
import type { ExportParts } from '../parts.js'
import { exportKind, viewJobs } from '../view-job.js'
import { askExporter } from './ask-exporter.js'

/** Everything it takes to ask for a file. */
export async function showExports(
  parts: ExportParts,
  slug: Slug,
  viewer: Viewer,
): Promise<Result<ExportsPage>> {
  const person = askExporter(viewer)
  if (!person.ok) return person
  const process = (await parts.publishing.all()).find(known => known.slug === slug)
  if (!process) return refuse('publishing/unknown-process')
  const { id, title } = process
  const documents = await parts.documents.ofProcess(id)
  return accept({
    process: { id, slug, title },
    documents: await Promise.all(documents.map(document => withVersions(parts, document))),
    units: [...(await parts.readUnits(id))],
    titles: await parts.titles.of(id),
    canPrint: parts.printer !== null,
    jobs: await listJobs(parts, person.value),
  })
}

export async function listJobs({ jobs, clock }: ExportParts, person: UserId): Promise<ExportJob[]> {
  return viewJobs(await jobs.ofOwner(person, exportKind), clock.now())
}

async function withVersions(
  { publishing }: ExportParts,
  { id, slug, kind, number, title }: DocumentSummary,
): Promise<ExportsPage['documents'][number]> {
  const releases = await publishing.versions.releasesOf(id)
  const named = releases.map(release => ({
    version: VersionName.parse(String(release.number)),
    title: release.title,
  }))
  const live = { version: VersionName.parse('live'), title: null }
  return { id, slug, kind, number, title, versions: [live, ...named] }
}
