import { z } from 'zod'
import { Annotation } from '../../annotations/annotation.js'
import { Finding } from '../../annotations/finding.js'
import { endpoint } from '../../kit/endpoint.js'
import { AnnotationId, CommandId, JobId, ProcessId, Slug } from '../../kit/ids.js'
import { LocalizedText } from '../../kit/wire-values.js'
import { VersionName } from '../../publishing/version.js'
import { Unit } from '../settings.js'
import { Blacken, Blackening } from './blackening.js'
import { ExportJob } from './export-job.js'
import { ExportOrder, SynopsisTitles } from './order.js'
import { ReImport, ReImportReport } from './re-import.js'

/** Everything it takes to ask for a file. For staff, like everything here. */
export const ExportsPage = z.object({
  process: z.object({ id: ProcessId, slug: Slug, title: LocalizedText }),
  documents: z.array(
    Finding.shape.document.extend({
      /** Versions that can be had, newest first; `live` among them. */
      versions: z.array(z.object({ version: VersionName, title: z.string().nullable() })),
    }),
  ),
  units: z.array(Unit),
  /** As they were last. */
  titles: SynopsisTitles,
  /** Whether there is a program here that prints. */
  canPrint: z.boolean(),
  /** The viewer's own, newest first. */
  jobs: z.array(ExportJob),
})
export type ExportsPage = z.infer<typeof ExportsPage>

export const getExports = endpoint({
  name: 'getExports',
  method: 'GET',
  path: '/api/exports/of/:slug',
  params: z.object({ slug: Slug }),
  response: ExportsPage,
})

/** The viewer's own exports, newest first. */
export const listExportJobs = endpoint({
  name: 'listExportJobs',
  method: 'GET',
  path: '/api/exports',
  response: z.object({ jobs: z.array(ExportJob) }),
})

/** Asks for a file, once for each command id. */
export const startExport = endpoint({
  name: 'startExport',
  method: 'POST',
  path: '/api/exports',
  body: z.object({ commandId: CommandId, order: ExportOrder }),
  response: ExportJob,
})

export const cancelExport = endpoint({
  name: 'cancelExport',
  method: 'POST',
  path: '/api/exports/:jobId/cancel',
  params: z.object({ jobId: JobId }),
  response: ExportJob,
})

/** A synopsis that a department has filled in, or what would become of it. */
export const importSynopsis = endpoint({
  name: 'importSynopsis',
  method: 'POST',
  path: '/api/exports/import',
  body: ReImport,
  response: ReImportReport,
  patience: 300_000,
})

const oneContribution = z.object({ annotationId: AnnotationId })

/** A contribution with the words of it that go into no file. */
export const getBlackening = endpoint({
  name: 'getBlackening',
  method: 'GET',
  path: '/api/exports/blackening/:annotationId',
  params: oneContribution,
  response: z.object({
    annotation: Annotation,
    document: Finding.shape.document,
    blackening: Blackening.nullable(),
  }),
})

export const blackenWords = endpoint({
  name: 'blackenWords',
  method: 'PUT',
  path: '/api/exports/blackening/:annotationId',
  params: oneContribution,
  body: Blacken,
  response: Blackening,
})
