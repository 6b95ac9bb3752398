import type { IncomingMessage } from 'node:http'
import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { AnswerCase } from '@randnotiz/contract/answers/case'
import type { WriteAnswer } from '@randnotiz/contract/answers/commands'
import type { Unit } from '@randnotiz/contract/answers/settings'
import type { AnnotationId, ProcessId } from '@randnotiz/contract/kit/ids'
import type { Result } from '@randnotiz/contract/kit/result'
import type { Connection } from 'mongoose'
import type { Clock } from '../../../platform/clock.js'
import type { Jobs } from '../../../platform/jobs/open-jobs.js'
import type { Printer } from '../../../platform/printing/print-pdf.js'
import type { Annotations } from '../../annotations/index.js'
import type { Documents } from '../../documents/index.js'
import type { Publishing } from '../../publishing/index.js'
import type { BlackeningStore } from './storage/blackening-store.js'
import type { TitlesStore } from './storage/titles-store.js'

/** A case as far as files know it. */
export type ExportCase = Pick<AnswerCase, 'annotationId' | 'documentId' | 'version' | 'points'>

export type ExportsDeps = {
  connection: Connection
  jobs: Jobs
  documents: Pick<Documents, 'byId' | 'imageAt' | 'ofProcess' | 'processOf'>
  publishing: Pick<Publishing, 'all' | 'versions'>
  annotations: Pick<Annotations, 'numbered' | 'webAnnotations' | 'contribution' | 'desk'>
  /** Cases as they stand, also of contributions that nobody has touched; unknown ones are missing. */
  readCases(ids: readonly AnnotationId[]): Promise<Map<AnnotationId, ExportCase>>
  readUnits(processId: ProcessId): Promise<readonly Unit[]>
  writeAnswer(command: WriteAnswer, viewer: Viewer): Promise<Result<AnswerCase>>
  viewerOf(request: IncomingMessage): Promise<Viewer>
  /** The address of this site, e.g. `https://beteiligung.example.org`. */
  siteAddress(): string
  /** IRI of the licence under which open data are given. */
  licence: string
  /** Null where there is no program that prints. */
  printer: Printer | null
  clock: Clock
  log: { error(details: object, message: string): void }
}

/** What the deeds are done with. */
export type ExportParts = ExportsDeps & {
  blackenings: BlackeningStore
  titles: TitlesStore
}
