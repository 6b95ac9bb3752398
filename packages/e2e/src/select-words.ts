import type { Page } from 'playwright-core'

/** Selects words in the reader's text with the mouse: pressed before the first letter, released behind the last. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const box = await page.evaluate(wanted => {
    const root =
      document.querySelector('.reader__text .document') ??
      document.querySelector('.ProseMirror') ??
      document.querySelector('article') ??
      document.body
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' })
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      const rects = [...range.getClientRects()]
      const first = rects[0]
      const last = rects.at(-1)
      if (!first || !last) return null
      return {
        from: { x: first.left + 1, y: first.top + first.height / 2 },
        to: { x: last.right - 1, y: last.top + last.height / 2 },
      }
    }
    return null
  }, words)
  if (box === null) throw new Error(`not in the text: ${words}`)
  await page.mouse.move(box.from.x, box.from.y)
  await page.mouse.down()
  await page.mouse.move(box.to.x, box.to.y, { steps: 8 })
  await page.mouse.up()
}
