import { type Author, unnamedAuthor } from '@randnotiz/contract/annotations/annotation'
import type {
  AnswerCase,
  CaseDeed,
  Point,
  PointGroup,
  PointName,
  Work,
} from '@randnotiz/contract/answers/case'
import type { UserId } from '@randnotiz/contract/kit/ids'
import { publicAnswers } from '@randnotiz/domain/answers/public-answers'
import type { Groups } from './groups.js'
import type { AnswersDeps } from './parts.js'
import type { CaseRecord, CaseSummary, HistoryRecord, PointRecord, WorkRecord } from './storage/record.js'

type AuthorOf = (id: UserId) => Author

/** Names for everybody who did something in some cases. */
export async function namesIn(
  { readAuthors }: Pick<AnswersDeps, 'readAuthors'>,
  people: Iterable<UserId>,
): Promise<AuthorOf> {
  const authors = await readAuthors([...new Set(people)])
  return id => authors.get(id) ?? { ...unnamedAuthor, id }
}

/** Who wrote and released what, and who is responsible. */
export function peopleIn({ points }: CaseSummary): UserId[] {
  return points.flatMap(({ work, assigneeId }) => [
    ...(assigneeId === null ? [] : [assigneeId]),
    ...('writtenBy' in work ? [work.writtenBy] : []),
    ...('releasedBy' in work ? [work.releasedBy] : []),
    ...(work.state === 'drafted' && work.returned ? [work.returned.by] : []),
  ])
}

/** The only way a case leaves: for staff, with people's names. In a group a point shows its lead's work. */
export async function viewCase(
  parts: Pick<AnswersDeps, 'readAuthors'>,
  record: CaseRecord,
  groups: Groups,
): Promise<AnswerCase> {
  const { _id: annotationId, documentId, version, notes, history } = record
  const leads = groups.leadsOf(record)
  const authorOf = await namesIn(parts, [
    ...[record, ...leads].flatMap(peopleIn),
    ...notes.flatMap(note => [note.authorId, ...note.mentions]),
    ...history.flatMap(({ by, deed }) =>
      deed.kind === 'assigned' && deed.assigneeId ? [by, deed.assigneeId] : [by],
    ),
  ])
  return {
    annotationId,
    documentId,
    version,
    points: viewPoints(record, groups, authorOf),
    notes: notes.map(({ _id: id, authorId, at, body, mentions }) => ({
      id,
      by: authorOf(authorId),
      at: at.toISOString(),
      body,
      mentions: mentions.map(authorOf),
    })),
    history: history.map(({ at, by, number, deed }) => ({
      at,
      by: authorOf(by),
      number,
      deed: deedOf(deed, authorOf),
    })),
  }
}

export function viewPoints(record: CaseSummary, groups: Groups, authorOf: AuthorOf): Point[] {
  const { _id: annotationId } = record
  const cases = [record, ...groups.leadsOf(record)]
  const answered = publicAnswers(
    [annotationId],
    cases.map(one => ({ annotationId: one._id, points: one.points })),
  ).get(annotationId)
  return record.points.map(point => {
    const { number, pieces, unit, dueOn, assigneeId } = point
    const lead = groups.leadOf({ annotationId, number })
    return {
      number,
      pieces,
      work: workOf((lead?.point ?? point).work, authorOf),
      published: answered?.points.find(one => one.number === number) ?? null,
      unit,
      dueOn,
      assignee: assigneeId === null ? null : authorOf(assigneeId),
      group: groupOf({ annotationId, number }, point, lead),
    }
  })
}

function groupOf(name: PointName, point: PointRecord, lead: ReturnType<Groups['leadOf']>): PointGroup | null {
  if (lead) return { lead: lead.name, members: namesOf(lead.point) }
  return point.members.length > 0 ? { lead: name, members: namesOf(point) } : null
}

const namesOf = ({ members }: PointRecord): PointName[] =>
  members.map(({ annotationId, number }) => ({ annotationId, number }))

function workOf(work: WorkRecord, authorOf: AuthorOf): Work {
  switch (work.state) {
    case 'new':
    case 'inReview':
      return work
    case 'drafted': {
      const { returned } = work
      return {
        ...work,
        writtenBy: authorOf(work.writtenBy),
        returned: returned && { ...returned, by: authorOf(returned.by) },
      }
    }
    case 'released':
      return { ...work, writtenBy: authorOf(work.writtenBy), releasedBy: authorOf(work.releasedBy) }
    case 'published':
      return { ...work, writtenBy: authorOf(work.writtenBy), releasedBy: authorOf(work.releasedBy) }
  }
}

function deedOf(deed: HistoryRecord['deed'], authorOf: AuthorOf): CaseDeed {
  if (deed.kind !== 'assigned') return deed
  const { kind, unit, dueOn, assigneeId } = deed
  return { kind, unit, dueOn, assignee: assigneeId === null ? null : authorOf(assigneeId) }
}
