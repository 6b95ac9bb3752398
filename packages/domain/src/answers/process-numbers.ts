import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { PublicAnswer } from '@randnotiz/contract/answers/answer'
import type { AnswerTimes, ProcessNumbers } from '@randnotiz/contract/answers/numbers'
import type { AnnotationId, BlockId, DocumentId } from '@randnotiz/contract/kit/ids'
import { channelOf } from '../annotations/channel.js'
import { countContributions } from '../annotations/count-contributions.js'
import { median } from '../annotations/moderation/median.js'
import { byChapter } from './by-chapter.js'
import { countedAnswer, totalsOf } from './totals.js'

type Text = ProcessNumbers['chapters'][number]['document']

export type CountedContribution = {
  annotation: Pick<Annotation, 'id' | 'kind' | 'createdAt' | 'workshop' | 'source' | 'received'>
  documentId: DocumentId
  chapter: { blockId: BlockId; text: string } | null
}

export type CountedProcess = {
  /** In their order, with their headings in theirs. */
  texts: readonly { document: Text; chapters: readonly { blockId: BlockId; text: string }[] }[]
  /** Those that everybody may read. */
  contributions: readonly CountedContribution[]
  answers: readonly { annotationId: AnnotationId; documentId: DocumentId; answer: PublicAnswer }[]
}

/** Everything that is counted of a process, from the same contributions, so that no two numbers can disagree. */
export function processNumbers({ texts, contributions, answers }: CountedProcess): ProcessNumbers {
  const perText = texts.map(({ document: { id } }) => ({
    documentId: id,
    count: contributions.filter(({ documentId }) => documentId === id).length,
  }))
  const counts = countContributions(
    contributions.map(({ annotation }) => ({
      kind: annotation.kind,
      channel: channelOf(annotation),
      createdAt: new Date(annotation.createdAt),
      supporters: null,
    })),
  )
  return {
    totals: totalsOf({ contributions: perText, answers: answers.map(countedAnswer) }),
    kinds: Object.fromEntries(counts.kinds),
    channels: Object.fromEntries(counts.channels),
    months: withoutGaps(counts.months),
    chapters: byChapter(texts, contributions).map(({ contributions: { length }, ...chapter }) => ({
      ...chapter,
      count: length,
    })),
    times: answerTimes(contributions, answers),
  }
}

function withoutGaps(counts: ReadonlyMap<string, number>): ProcessNumbers['months'] {
  const months = [...counts.keys()].sort()
  const [first, last] = [months[0], months.at(-1)]
  if (first === undefined || last === undefined) return []
  const all: ProcessNumbers['months'] = []
  for (let month = first; month <= last; month = monthAfter(month))
    all.push({ month, count: counts.get(month) ?? 0 })
  return all
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

const dayMs = 86_400_000

function answerTimes(
  contributions: CountedProcess['contributions'],
  answers: CountedProcess['answers'],
): AnswerTimes {
  const came = new Map(contributions.map(({ annotation }) => [annotation.id, cameAt(annotation)]))
  const days = answers
    .filter(({ answer }) => answer.open === 0)
    .flatMap(({ annotationId, answer }) => {
      const start = came.get(annotationId)
      const end = Math.max(...answer.points.map(({ publishedAt }) => Date.parse(publishedAt)))
      return start === undefined ? [] : [Math.max(0, (end - start) / dayMs)]
    })
    .sort((a, b) => a - b)
  const inTenths = (value: number | null | undefined) => (value == null ? null : Math.round(value * 10) / 10)
  return {
    answered: days.length,
    medianDays: inTenths(median(days)),
    p90Days: inTenths(days[Math.ceil(days.length * 0.9) - 1]),
  }
}

/** A letter waits from the day on which it came, not from when it was typed in. */
const cameAt = ({ received, createdAt }: CountedContribution['annotation']): number =>
  Date.parse(received === null ? createdAt : received.on)
