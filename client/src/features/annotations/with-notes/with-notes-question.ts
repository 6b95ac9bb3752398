import { getTextWithNotes } from '@randnotiz/contract/annotations/with-notes'
import { BlockId } from '@randnotiz/contract/kit/ids'
import { ask, type Question } from '../../../platform/question.js'

/** A text with its contributions in it, as it is read aloud or printed. `from` names a part, `whole` asks for all. */
export function withNotesAddress(slug: string, { from, whole = false }: Part = {}): string {
  const search = new URLSearchParams({ ...(from ? { ab: from } : {}), ...(whole ? { ganz: 'ja' } : {}) })
  return `/texte/${slug}/mit-anmerkungen${search.size > 0 ? `?${search}` : ''}`
}

type Part = { from?: BlockId | null | undefined; whole?: boolean }

/** An address that names nothing there is leads to the first part. */
export function withNotesQuestion(slug: string, search: URLSearchParams): Question<typeof getTextWithNotes> {
  const from = BlockId.safeParse(search.get('ab')).data
  return ask(getTextWithNotes, {
    params: { slug },
    query: { ...(from ? { from } : {}), ...(search.get('ganz') === 'ja' ? { whole: 'yes' as const } : {}) },
  })
}
