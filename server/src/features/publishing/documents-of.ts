import type { DocumentSummary } from '@randnotiz/contract/documents/document'
import type { ProcessId } from '@randnotiz/contract/kit/ids'

export type DocumentsOf = (processId: ProcessId) => Promise<DocumentSummary[]>
