import { AnnotationKind } from '@randnotiz/contract/annotations/kind'
import type { ResultNumbers } from '@randnotiz/contract/answers/result-numbers'
import { byChapter } from './by-chapter.js'
import { needsChange } from './needs-change.js'
import type { CountedContribution, CountedProcess } from './process-numbers.js'

/** What came of the contributions of a process, by kind and by chapter. */
export function resultNumbers({ texts, contributions, answers }: CountedProcess): ResultNumbers {
  const answerOf = new Map(answers.map(({ annotationId, answer }) => [annotationId, answer]))
  const progress = (some: readonly CountedContribution[]) => {
    const answered = some.flatMap(({ annotation }) => answerOf.get(annotation.id) ?? [])
    return {
      contributions: some.length,
      answered: answered.filter(({ open }) => open === 0).length,
      adopted: answered.filter(({ points }) => points.some(({ outcome }) => needsChange(outcome))).length,
    }
  }
  return {
    kinds: AnnotationKind.options
      .map(kind => ({
        kind,
        ...progress(contributions.filter(({ annotation }) => annotation.kind === kind)),
      }))
      .filter(counted => counted.contributions > 0),
    chapters: byChapter(texts, contributions).map(({ contributions: some, ...chapter }) => ({
      ...chapter,
      ...progress(some),
    })),
  }
}
