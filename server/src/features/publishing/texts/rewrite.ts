import { type Content, wordsIn } from '@randnotiz/document-schema/content/content-node'
import { contentOfUpdate, rewritingUpdate } from '@randnotiz/document-schema/content/documents-of-content'
import { keepIds } from '@randnotiz/document-schema/content/keep-ids'
import { parseContent } from '@randnotiz/document-schema/content/parse-content'
import { readContent } from '@randnotiz/document-schema/content/read-content'
import { initialUpdate } from '@randnotiz/document-schema/from-markdown'
import { countWords } from '@randnotiz/domain/documents/words'
import { canonicalContent, stateOf } from './compose.js'
import type { TextAnswer, WantedText } from './text-jobs.js'

/** What a live text, given as one Yjs update, would become. */
export function rewrite(update: Uint8Array, wanted: WantedText): TextAnswer {
  const present = contentOfUpdate(update)
  const content = contentOfWanted(wanted, present)
  if (content === null) return { kind: 'unreadable' }
  return {
    kind: 'rewriting',
    rewriting: {
      state: stateOf(canonicalContent(present)),
      newState: stateOf(canonicalContent(content)),
      edit: rewritingUpdate(update, content),
      unchangedBlocks: countUnchanged(present, content),
      presentBlocks: present.length,
      presentWords: countWordsOf(present),
      newWords: countWordsOf(content),
    },
  }
}

function contentOfWanted(wanted: WantedText, present: Content): Content | null {
  switch (wanted.kind) {
    case 'kept':
      return parseContent(wanted.content)
    case 'markdown':
      return keepIds(present, contentOfUpdate(initialUpdate(wanted.markdown, 'draft')))
    case 'content': {
      const draft = readContent(wanted.content)
      return draft && keepIds(present, draft)
    }
  }
}

function countUnchanged(present: Content, wanted: Content): number {
  const standing = new Set(wanted.map(node => JSON.stringify(node)))
  return present.filter(node => standing.has(JSON.stringify(node))).length
}

const countWordsOf = (content: Content): number => countWords(content.map(wordsIn).join('\n'))
