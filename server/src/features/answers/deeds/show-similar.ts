import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { PointName } from '@randnotiz/contract/answers/case'
import type { SimilarPoints } from '@randnotiz/contract/answers/desk'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { type ContributionWords, excerptOf } from '@randnotiz/domain/answers/excerpt'
import { nameOf } from '../../annotations/index.js'
import type { AnswerParts } from '../parts.js'
import { readCases } from '../read-cases.js'
import { keyOf } from '../storage/case-store.js'
import { askStaff } from './ask-staff.js'

/** Points of other contributions that may say the same as this one, and why we think so. */
export async function showSimilar(
  parts: AnswerParts,
  name: PointName,
  viewer: Viewer,
): Promise<Result<SimilarPoints>> {
  const staff = askStaff(viewer, 'answer:work')
  if (!staff.ok) return staff
  const own = (await readCases(parts, [name.annotationId])).cases.get(name.annotationId)
  const point = own?.record.points.find(({ number }) => number === name.number)
  if (!own || !point) return refuse('answers/unknown-point')
  const { words } = own.contribution
  const asked = excerptOf(words, point.pieces)?.join('\n') || wholeOf(words)
  const documents = await parts.documents.ofProcess(own.record.processId)
  const found = await parts.desk.similarTo(name.annotationId, asked, documents)
  const { cases, groups } = await readCases(
    parts,
    found.map(({ annotation }) => annotation.id),
  )
  const ownLead = groups.leadOf(name)?.name ?? name
  return accept({
    similar: found.flatMap(({ annotation, document, score, words: shared, samePassage }) => {
      const record = cases.get(annotation.id)?.record
      const first = record?.points[0]
      // Of what was split already nobody can say here which point is meant.
      if (!record || !first || record.points.length > 1) return []
      const other = { annotationId: annotation.id, number: first.number }
      const lead = groups.leadOf(other)
      return [
        {
          name: other,
          version: record.version,
          annotation,
          document: nameOf(document),
          score,
          words: shared,
          samePassage,
          work: (lead?.point ?? first).work.state,
          grouped: lead !== undefined && keyOf(lead.name) === keyOf(ownLead),
        },
      ]
    }),
  })
}

function wholeOf(words: ContributionWords): string {
  return Object.values(words)
    .filter(text => text !== null)
    .join('\n')
}
