import { wordsIn } from '@randnotiz/document-schema/content/content-node'
import { beginningUpdate, withDocumentOf } from '@randnotiz/document-schema/content/documents-of-content'
import { readContent } from '@randnotiz/document-schema/content/read-content'
import { renderHtml } from '@randnotiz/document-schema/to-html'
import { countWords } from '@randnotiz/domain/documents/words'
import type { TextAnswer } from './text-jobs.js'

/** What a draft from elsewhere would look like. */
export function lookAtDraft(json: unknown): TextAnswer {
  const content = readContent(json)
  if (content === null) return { kind: 'unreadable' }
  const html = withDocumentOf(content, renderHtml)
  const words = countWords(content.map(wordsIn).join('\n'))
  return { kind: 'drafted', draft: { content: { type: 'doc', content }, html, words } }
}

export function beginText(json: unknown, seed: string): TextAnswer {
  const content = readContent(json)
  return content === null ? { kind: 'unreadable' } : { kind: 'begun', update: beginningUpdate(content, seed) }
}
