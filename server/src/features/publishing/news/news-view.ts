import type { LocalizedText } from '@randnotiz/contract/kit/wire-values'
import type { NewsDraft, NewsTexts, PublicNews } from '@randnotiz/contract/publishing/news'
import type { NewsRecord } from './news-store.js'

export function draftOf({ _id: id, texts, state, edition, editedAt }: NewsRecord): NewsDraft {
  return { id, texts, state, edition, editedAt: editedAt.toISOString() }
}

/** Null for what nobody but staff may see. */
export function publicOf({ _id: id, texts, words, state }: NewsRecord): PublicNews | null {
  switch (state.state) {
    case 'draft':
    case 'scheduled':
      return null
    case 'published':
      return { ...state, id, words }
    case 'withdrawn': {
      const { de, en } = state.note
      return { ...state, id, headline: headlineOf(texts), note: { de, en: en === '' ? de : en } }
    }
  }
}

/** In each language; German where nobody has translated. */
export function headlineOf({ de, en }: NewsTexts): LocalizedText {
  return { de: de.headline, en: (en ?? de).headline }
}
