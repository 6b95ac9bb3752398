import { z } from 'zod'
import { DocumentSummary } from '../documents/document.js'
import { endpoint } from '../kit/endpoint.js'
import { DocumentNumbers } from './numbers.js'
import { Process } from './process.js'

export const ProcessPage = z.object({
  process: Process,
  /** Key of the running phase, or null between phases. */
  currentPhase: z.string().nullable(),
  documents: z.array(DocumentSummary),
  numbers: z.array(DocumentNumbers),
})
export type ProcessPage = z.infer<typeof ProcessPage>

/** The process a visitor lands on: the one whose phases are running, else the newest. */
export const getHome = endpoint({ name: 'getHome', method: 'GET', path: '/api/home', response: ProcessPage })
