import { type RefObject, useLayoutEffect, useRef } from 'react'
import { type AnnotatedText, lineAt, linesOf } from '../painting/annotated-text.js'
import type { MarginItem } from './margin-items.js'
import { layOutMargin, type MarginNote, marginHeight } from './margin-layout.js'

type Layout = {
  list: RefObject<HTMLElement | null>
  items: readonly MarginItem[]
  activeKey: string | null
  /** Null where the list is an ordinary one: without live text, and below the text on small screens. */
  text: AnnotatedText | null
}

/** Between two notes, in pixels. */
const gap = 12

/**
 * Puts the items of the list level with their passages, again whenever text, notes or window change their size. The
 * list's children are the items, in order. Positions are set by script and not in the markup: a strict content policy
 * allows no inline styles, and without script the list is a list.
 */
export function useMarginLayout({ list, items, activeKey, text }: Layout): void {
  const latest = useRef({ items, activeKey })
  useLayoutEffect(() => {
    latest.current = { items, activeKey }
  })

  useLayoutEffect(() => {
    const element = list.current
    if (element === null || text === null) return
    let frame = 0
    const place = () => placeItems(element, { ...latest.current, text })
    const soon = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(place)
    }
    const observer = new ResizeObserver(soon)
    observer.observe(text.root)
    for (const child of element.children) observer.observe(child)
    const children = new MutationObserver(() => {
      for (const child of element.children) observer.observe(child)
      soon()
    })
    children.observe(element, { childList: true })
    const unsubscribe = text.onPatched(soon)
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
      children.disconnect()
      unsubscribe()
      release(element)
    }
  }, [list, text])

  useLayoutEffect(() => {
    if (list.current && text) placeItems(list.current, { items, activeKey, text })
  }, [activeKey, items, list, text])
}

function placeItems(
  list: HTMLElement,
  { items, activeKey, text }: { items: readonly MarginItem[]; activeKey: string | null; text: AnnotatedText },
) {
  const top = list.getBoundingClientRect().top
  const elements = [...list.children].filter(child => child instanceof HTMLElement)
  const topOf = topsIn(text)
  const notes = items.map(
    ({ key, start }, number): MarginNote => ({
      id: key,
      wanted: topOf(start) - top,
      height: elements[number]?.offsetHeight ?? 0,
    }),
  )
  const tops = layOutMargin(notes, { gap, activeId: activeKey })
  list.dataset.placed = ''
  list.style.height = `${marginHeight(notes, tops)}px`
  for (const [number, { key }] of items.entries())
    elements[number]?.style.setProperty('transform', `translateY(${tops.get(key) ?? 0}px)`)
}

/** Where an offset of the text stands on the screen; its line when the page does not show the words exactly. */
function topsIn(text: AnnotatedText): (offset: number) => number {
  const lines = linesOf(text)
  const { blocks } = text.flatIndex()
  return offset => {
    const range = text.domRangesOf({ start: offset, end: offset + 1 })?.[0]
    const element = lines[lineAt(blocks, offset)]?.element ?? text.root
    return (range ?? element).getBoundingClientRect().top
  }
}

function release(list: HTMLElement) {
  delete list.dataset.placed
  list.style.removeProperty('height')
  for (const child of list.children) if (child instanceof HTMLElement) child.style.removeProperty('transform')
}
