import type { DocumentSummary, MeasureFacts } from '@randnotiz/contract/documents/document'
import type { LocalizedText } from '@randnotiz/contract/kit/wire-values'

type Described = Omit<DocumentSummary, 'id' | 'processId' | 'kind' | 'facts' | 'leewayText'> & {
  leewayText?: LocalizedText
  /** Markdown file with the German text, relative to this content folder. */
  file: string
}

export type DemoBuildingBlock = Described & { kind: 'buildingBlock'; facts: null }
export type DemoMeasure = Described & { kind: 'measure'; facts: MeasureFacts }
export type DemoDocument = DemoBuildingBlock | DemoMeasure
