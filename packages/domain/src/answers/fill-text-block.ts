/** What the holes of a text block stand for. */
export type BlockValues = { dokument: string; kapitel: string; name: string; zitat: string; datum: string }

export const blockHoles = ['dokument', 'kapitel', 'name', 'zitat', 'datum'] as const

/** A text block with its holes filled; what is no hole of ours stays as somebody wrote it. */
export function fillTextBlock(text: string, values: BlockValues): string {
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (hole, name: string) => {
    const known = blockHoles.find(one => one === name.toLowerCase())
    return known === undefined ? hole : values[known]
  })
}
