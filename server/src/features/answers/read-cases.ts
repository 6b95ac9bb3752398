import type { AnnotationId, ProcessId } from '@randnotiz/contract/kit/ids'
import type { Contribution } from '../annotations/index.js'
import { Groups } from './groups.js'
import type { AnswerParts } from './parts.js'
import { type CaseSummary, untouched } from './storage/record.js'

export type StandingCase = { record: CaseSummary; contribution: Contribution }
export type StandingCases = { cases: Map<AnnotationId, StandingCase>; groups: Groups }

type Parts = Pick<AnswerParts, 'cases' | 'desk' | 'documents'>

/** Some cases as they stand, also of contributions that nobody has touched; unknown ones are missing. */
export async function readCases(parts: Parts, ids: readonly AnnotationId[]): Promise<StandingCases> {
  const distinct = [...new Set(ids)]
  const contributions = await parts.desk.contributions(distinct)
  const [own, leads] = await Promise.all([parts.cases.byIds(distinct), parts.cases.leadsOf(distinct)])
  const known = new Map(own.map(record => [record._id, record]))
  const cases = new Map<AnnotationId, StandingCase>()
  for (const [id, contribution] of contributions) {
    const record = known.get(id) ?? (await untouchedCase(parts, contribution))
    if (record) cases.set(id, { record, contribution })
  }
  return { cases, groups: new Groups([...own, ...leads]) }
}

async function untouchedCase(
  { documents }: Parts,
  { id: _id, documentId }: Contribution,
): Promise<CaseSummary | null> {
  const processId: ProcessId | null = await documents.processOf(documentId)
  return processId && untouched({ _id, documentId, processId })
}
