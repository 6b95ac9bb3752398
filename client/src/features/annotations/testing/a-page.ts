import type { FlatBlock } from '@randnotiz/document-schema/flat-text'
import type { AnnotatedText } from '../painting/annotated-text.js'

export type TestPage = {
  root: HTMLElement
  text: AnnotatedText
  /** Changes the page as a remote edit would. */
  patch(change: () => void): void
}

/** A page that shows the given HTML, with the flat text read off it. Ranges and positions are not part of it. */
export function aPage(html: string): TestPage {
  const root = document.createElement('div')
  root.innerHTML = html
  document.body.replaceChildren(root)
  const listeners = new Set<() => void>()
  const text: AnnotatedText = {
    root,
    flatIndex: () => ({ ...flatTextOf(root), segments: [], elements: [], startOf: new Map() }),
    stateVector: () => 'AA==',
    domRangesOf: () => null,
    offsetsOf: () => null,
    onPatched(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return {
    root,
    text,
    patch(change) {
      change()
      for (const listener of listeners) listener()
    },
  }
}

function flatTextOf(root: HTMLElement): { text: string; blocks: FlatBlock[] } {
  const blocks: FlatBlock[] = []
  let text = ''
  for (const element of root.querySelectorAll('p, h1, h2, h3, h4')) {
    if (blocks.length > 0) text += '\n'
    const start = text.length
    for (const child of element.childNodes) if (child.nodeType === Node.TEXT_NODE) text += child.textContent
    const place = { id: `line${blocks.length}`, start, end: text.length }
    blocks.push(
      element.localName === 'p' ? { ...place, type: 'paragraph' } : { ...place, type: 'heading', level: 2 },
    )
  }
  return { text, blocks }
}
