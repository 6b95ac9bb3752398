import { unnamedAuthor } from '@randnotiz/contract/annotations/annotation'
import { writeAnswer } from '../deeds/write-answer.js'
import type { AnswerParts } from '../parts.js'
import { readCases } from '../read-cases.js'
import { viewPoints } from '../view.js'
import type { ExportCase, ExportsDeps } from './parts.js'

/** What files need of the desk. Nobody of the staff is named in them. */
export function deskCases(parts: AnswerParts): Pick<ExportsDeps, 'readCases' | 'readUnits' | 'writeAnswer'> {
  return {
    readCases: async ids => {
      const { cases, groups } = await readCases(parts, ids)
      return new Map(
        [...cases].map(([annotationId, { record }]) => {
          const points = viewPoints(record, groups, id => ({ ...unnamedAuthor, id }))
          const { documentId, version } = record
          return [annotationId, { annotationId, documentId, version, points } satisfies ExportCase]
        }),
      )
    },
    readUnits: async processId => (await parts.settings.of(processId)).units,
    writeAnswer: (command, viewer) => writeAnswer(parts, command, viewer),
  }
}
