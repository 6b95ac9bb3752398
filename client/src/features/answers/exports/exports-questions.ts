import { getBlackening, getExports, listExportJobs } from '@randnotiz/contract/answers/exports/endpoints'
import { AnnotationId } from '@randnotiz/contract/kit/ids'
import { ask } from '../../../platform/question.js'

export const exportsPath = '/arbeit/ausgaben'
export const reImportPath = '/arbeit/ausgaben/zurueck'

/** What can be had as files of a process. */
export const exportsQuestion = (slug: string) => ask(getExports, { params: { slug } })

/** The files that the viewer has asked for. */
export const jobsQuestion = ask(listExportJobs)

/** Leads to nobody's contribution. */
const unknown = AnnotationId.parse('0'.repeat(24))

export const blackeningPath = '/arbeit/schwaerzen'

/** A contribution with the words of it that go into no file. */
export const blackeningQuestion = (annotationId: string) =>
  ask(getBlackening, { params: { annotationId: AnnotationId.safeParse(annotationId).data ?? unknown } })
