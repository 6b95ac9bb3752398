import { z } from 'zod'
import { endpoint } from '../kit/endpoint.js'
import { CommandId, DocumentId, ProcessId, Slug } from '../kit/ids.js'
import { ChangeProcess, DocumentFrame, DocumentOrder, ProcessDesk } from './settings.js'

/** For administrators. */
export const getProcessDesk = endpoint({
  name: 'getProcessDesk',
  method: 'GET',
  path: '/api/processes/:slug/desk',
  params: z.object({ slug: Slug }),
  response: ProcessDesk,
})

export const changeProcess = endpoint({
  name: 'changeProcess',
  method: 'PUT',
  path: '/api/processes/:processId/settings',
  params: z.object({ processId: ProcessId }),
  body: ChangeProcess,
  response: ProcessDesk,
})

export const orderDocuments = endpoint({
  name: 'orderDocuments',
  method: 'PUT',
  path: '/api/processes/:processId/order',
  params: z.object({ processId: ProcessId }),
  body: DocumentOrder,
  response: ProcessDesk,
})

export const changeDocumentFrame = endpoint({
  name: 'changeDocumentFrame',
  method: 'PUT',
  path: '/api/documents/:documentId/frame',
  params: z.object({ documentId: DocumentId }),
  body: z.object({ commandId: CommandId, frame: DocumentFrame }),
  response: ProcessDesk,
})
