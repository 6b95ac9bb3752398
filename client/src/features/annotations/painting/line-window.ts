import type { TextLine } from './annotated-text.js'
import { firstWhere } from './first-where.js'

/** Numbers of lines, both included; `from` is -1 where none is near. */
export type NearLines = { from: number; to: number }

/**
 * The lines on the screen and within a screen's height of it. The page is asked for a few of them only, since they
 * stand one below the other.
 */
export function nearLines(lines: readonly TextLine[]): NearLines {
  const height = window.innerHeight
  const boxOf = (number: number) => lines[number]?.element.getBoundingClientRect() ?? new DOMRect()
  const from = firstWhere(lines.length, number => boxOf(number).bottom > -height)
  const behind = firstWhere(lines.length, number => boxOf(number).top > 2 * height)
  return from < behind ? { from, to: behind - 1 } : { from: -1, to: -1 }
}

/** Calls back when other lines may have come near: by scrolling, or because the text or the window has another size. */
export function onMoved(root: HTMLElement, listener: () => void): () => void {
  const listening = new AbortController()
  const { signal } = listening
  // Also what scrolls within the page.
  document.addEventListener('scroll', listener, { capture: true, passive: true, signal })
  window.addEventListener('resize', listener, { signal })
  const size = new ResizeObserver(listener)
  size.observe(root)
  return () => {
    listening.abort()
    size.disconnect()
  }
}
