import { z } from 'zod'
import { Finding } from '../annotations/finding.js'
import { AnnotationKind } from '../annotations/kind.js'
import { endpoint } from '../kit/endpoint.js'
import { BlockId, Slug } from '../kit/ids.js'

const count = z.number().int().nonnegative()

/** How far the answering of some contributions is. `adopted` have an answer that changes the text, in whole or in part. */
const Progress = z.object({ contributions: count, answered: count, adopted: count })

/** What came of the contributions that everybody may read, by kind and by chapter; both sum up to the same. */
export const ResultNumbers = z.object({
  /** Those that there are, in the order of `AnnotationKind`. */
  kinds: z.array(Progress.extend({ kind: AnnotationKind })),
  /** In the order of the texts and their headings; `blockId` null before the first heading and for the whole text. */
  chapters: z.array(
    Progress.extend({
      document: Finding.shape.document.pick({ id: true, slug: true, title: true }),
      blockId: BlockId.nullable(),
      heading: z.string().nullable(),
    }),
  ),
})
export type ResultNumbers = z.infer<typeof ResultNumbers>

/** For everybody. */
export const getResultNumbers = endpoint({
  name: 'getResultNumbers',
  method: 'GET',
  path: '/api/processes/:slug/answers/numbers',
  params: z.object({ slug: Slug }),
  response: ResultNumbers,
})
