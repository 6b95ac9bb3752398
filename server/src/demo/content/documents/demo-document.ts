import type { DocumentSummary, MeasureFacts } from '@randnotiz/contract/documents/document'

type Described = Omit<DocumentSummary, 'id' | 'processId' | 'kind' | 'facts'> & {
  /** Markdown file with the German text, relative to this content folder. */
  file: string
}

export type DemoBuildingBlock = Described & { kind: 'buildingBlock'; facts: null }
export type DemoMeasure = Described & { kind: 'measure'; facts: MeasureFacts }
export type DemoDocument = DemoBuildingBlock | DemoMeasure
