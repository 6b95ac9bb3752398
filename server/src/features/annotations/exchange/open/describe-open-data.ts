import { openAddress, openDataRoot } from '@randnotiz/contract/annotations/exchange/addresses'
import type { OpenDocument, OpenIndex, OpenProcess } from '@randnotiz/contract/annotations/exchange/open-data'
import type { DocumentSummary } from '@randnotiz/contract/documents/document'
import type { Process } from '@randnotiz/contract/publishing/process'
import { currentPhase } from '@randnotiz/domain/publishing/phases'
import type { DeedParts } from '../../deeds/parts.js'

type Parts = Pick<DeedParts, 'processes' | 'documentsOf' | 'siteAddress' | 'licence' | 'clock'>

export async function describeIndex(parts: Parts): Promise<OpenIndex> {
  const processes = await parts.processes()
  return {
    licence: parts.licence,
    description: `${parts.siteAddress()}${openDataRoot}/openapi.json`,
    processes: await Promise.all(processes.map(process => describeProcess(parts, process))),
  }
}

export async function describeProcess(
  { documentsOf, clock }: Parts,
  { id, slug, title, summary, phases }: Process,
): Promise<OpenProcess> {
  const documents = await documentsOf(id)
  return {
    slug,
    title,
    summary,
    phases: phases.map(({ allows: _, ...phase }) => phase),
    currentPhase: currentPhase(phases, clock.now())?.key ?? null,
    documents: documents.map(document => document.slug),
  }
}

export function describeDocument(
  { siteAddress }: Pick<DeedParts, 'siteAddress'>,
  document: DocumentSummary,
  process: Process,
): OpenDocument {
  const { slug, kind, number, title, teaser, leeway } = document
  return {
    slug,
    process: process.slug,
    kind,
    number,
    title,
    teaser,
    leeway,
    facts: document.facts && withoutContact(document.facts),
    page: siteAddress() + openAddress.reader(slug),
  }
}

function withoutContact({ contact: _, ...facts }: NonNullable<DocumentSummary['facts']>) {
  return facts
}

export async function processOf(
  { processes }: Pick<DeedParts, 'processes'>,
  { processId }: DocumentSummary,
): Promise<Process | null> {
  return (await processes()).find(({ id }) => id === processId) ?? null
}
