import type { ResolvedPassage } from '@randnotiz/anchoring'
import type { ImportPlace } from '@randnotiz/contract/annotations/exchange/import'
import { TextStateId } from '@randnotiz/contract/kit/ids'
import type { IncomingAnnotation } from '@randnotiz/domain/annotations/exchange/incoming'
import { newId } from '../../../platform/mongo/ids.js'
import type { DeedParts } from '../deeds/parts.js'
import { portions } from '../resolution/portions.js'
import type { SearchedPassage } from '../resolution/resolve-messages.js'

/** A contribution with its place in the text that was looked through; null for one on the whole text. */
export type FoundIncoming = { incoming: IncomingAnnotation; found: ResolvedPassage | null }

/** Looks for the passages of contributions from elsewhere, by the ladder, as for any other. */
export async function findIncoming(
  find: DeedParts['find'],
  all: IncomingAnnotation[],
  text: string,
): Promise<FoundIncoming[]> {
  const origins = new Origins()
  const answered: FoundIncoming[] = []
  for (const some of portions(all)) {
    const asked = some.map(incoming => searched(incoming, origins))
    const passages = asked.filter(passage => passage !== null)
    const answers = await find({ text, origins: origins.texts(passages), lastText: null, passages })
    let next = 0
    for (const [position, incoming] of some.entries())
      answered.push({
        incoming,
        found: asked[position] === null ? placeless(incoming) : (answers[next++] ?? orphaned),
      })
  }
  return answered
}

const orphaned = { status: 'orphaned' } as const

const placeless = ({ place }: IncomingAnnotation) => (place.kind === 'document' ? null : orphaned)

/** From where staff have put it last; nothing is looked for that they said has no place any more. */
function searched(incoming: IncomingAnnotation, origins: Origins): SearchedPassage | null {
  const last = incoming.history.attachments.at(-1)
  const place = last === undefined ? incoming.place : last.place
  if (place === null || place.kind === 'document') return null
  const { quote, origin } = place
  const range = origin?.range ?? { start: 0, end: quote.exact.length }
  return { textStateId: origins.idOf(origin?.text ?? null), quote, range, last: null }
}

/** Names for texts that are not stored yet, if ever. */
class Origins {
  readonly #ids = new Map<string | null, TextStateId>()

  idOf(text: string | null): TextStateId {
    const known = this.#ids.get(text) ?? newId(TextStateId)
    this.#ids.set(text, known)
    return known
  }

  /** Those that some passages were quoted from; an unknown one is not among them. */
  texts(passages: readonly SearchedPassage[]): Map<TextStateId, string> {
    const wanted = new Set(passages.map(({ textStateId }) => textStateId))
    const texts = new Map<TextStateId, string>()
    for (const [text, id] of this.#ids) if (text !== null && wanted.has(id)) texts.set(id, text)
    return texts
  }
}

const mostWords = 300

/** The same for people to look at. */
export function importPlace({ found }: FoundIncoming, text: string): ImportPlace {
  if (found === null) return { status: 'whole' }
  if (found.status === 'orphaned') return found
  const { status, range, confidence } = found
  return { status, confidence, words: text.slice(range.start, Math.min(range.end, range.start + mostWords)) }
}
