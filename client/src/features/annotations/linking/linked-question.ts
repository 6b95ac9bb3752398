import { getLinked, linkKinds } from '@randnotiz/contract/annotations/links'
import { ask } from '../../../platform/question.js'

/** Where a paragraph or a contribution is, by the parts of the address of its sheet. */
export const linkedQuestion = ({
  word,
  slug,
  id,
}: {
  word: keyof typeof linkKinds
  slug: string
  id: string
}) => ask(getLinked, { params: { slug, kind: linkKinds[word], id } })
