import { blockIdOf, blocksIn, type Content, wordsIn } from '@randnotiz/document-schema/content/content-node'

/** The words of every block that has an id, by it. */
export function blockTexts(content: Content, texts = new Map<string, string>()): Map<string, string> {
  for (const block of content) {
    const id = blockIdOf(block)
    if (id !== null) texts.set(id, wordsIn(block))
    blockTexts(blocksIn(block), texts)
  }
  return texts
}
