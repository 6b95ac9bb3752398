import type { DocumentSummary, MeasureFacts } from '@randnotiz/contract/documents/document'
import { DocumentId, ProcessId } from '@randnotiz/contract/kit/ids'
import type { LocalizedText } from '@randnotiz/contract/kit/wire-values'
import type { ProcessPage } from '@randnotiz/contract/publishing/endpoints'
import type { z } from 'zod'

const id = (number: number) => number.toString(16).padStart(24, '0')
export const both = (text: string): LocalizedText => ({ de: text, en: `${text} (en)` })
const processId = ProcessId.parse(id(1))

/** A building block with a title of its own. */
export const aDocument = (title: string): DocumentSummary => ({
  id: DocumentId.parse(id(2)),
  processId,
  slug: 'mobile-stadt',
  kind: 'buildingBlock',
  number: 2,
  title: both(title),
  teaser: both('Wie man ankommt.'),
  leeway: 'codecided',
  leewayText: null,
  facts: null,
})

/** What a measure carries beside its text. */
export const aMeasureFacts: MeasureFacts = {
  responsibleUnit: both('Stadtplanung'),
  contact: 'Ilse Brandhorst',
  partners: [],
  place: both('Innenstadt'),
  duration: both('zwei Jahre'),
  cost: both('offen'),
  funding: both('keine'),
  status: 'planned',
  themes: [both('Klima')],
}

/** A small process whose only text has the given title. */
export function aProcessPage(title: string): z.infer<typeof ProcessPage> {
  const document = aDocument(title)
  return {
    process: {
      id: processId,
      slug: 'smart-city-konzept',
      title: both('Smart-City-Konzept'),
      motto: both('Die co-kreative Stadt'),
      summary: both('Eine Stadt schreibt öffentlich.'),
      welcome: [both('Schön, dass Sie da sind.')],
      results: [both('Die Redaktion liest alles.')],
      notice: both('Nur eine Veranschaulichung.'),
      admitsGuests: true,
      supportHiddenHours: 0,
      editHours: null,
      contact: null,
      phases: [
        {
          key: 'beteiligung',
          title: both('Beteiligung'),
          description: both('Alle schreiben an den Rand.'),
          startsAt: '2026-01-01T00:00:00.000Z',
          endsAt: '2027-01-01T00:00:00.000Z',
          allows: { annotate: true, propose: true, reply: true, support: true },
        },
      ],
    },
    currentPhase: 'beteiligung',
    documents: [document],
    numbers: [{ documentId: document.id, annotations: 7, readers: 3 }],
  }
}
