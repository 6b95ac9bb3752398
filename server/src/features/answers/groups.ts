import type { PointName } from '@randnotiz/contract/answers/case'
import type { AnnotationId } from '@randnotiz/contract/kit/ids'
import { keyOf } from './storage/case-store.js'
import type { CaseSummary, PointRecord } from './storage/record.js'

export type Lead = { name: PointName; record: CaseSummary; point: PointRecord }

/** Which points are answered together with which, among the cases that were read. */
export class Groups {
  readonly #leads = new Map<string, Lead>()
  readonly #byMember = new Map<AnnotationId, Set<CaseSummary>>()

  constructor(cases: Iterable<CaseSummary>) {
    for (const record of cases)
      for (const point of record.points) {
        const lead = { name: { annotationId: record._id, number: point.number }, record, point }
        for (const member of point.members) this.#leads.set(keyOf(member), lead)
        for (const { annotationId } of [...point.members, ...(point.published?.members ?? [])])
          this.#byMember.set(annotationId, (this.#byMember.get(annotationId) ?? new Set()).add(record))
      }
  }

  /** The point that a point is answered with; undefined for one that is answered by itself. */
  leadOf(name: PointName): Lead | undefined {
    return this.#leads.get(keyOf(name))
  }

  /** The cases that answer, or have answered, points of this one. */
  leadsOf({ _id }: Pick<CaseSummary, '_id'>): CaseSummary[] {
    return [...(this.#byMember.get(_id) ?? [])].filter(record => record._id !== _id)
  }
}
