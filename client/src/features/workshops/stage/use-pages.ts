import { useEffect, useState } from 'react'

/** Long enough to read a page from the last row. In milliseconds. */
const pageMs = 12_000

export type Pages<Item> = { shown: readonly Item[]; page: number; pages: number }

/** Turns pages by itself: what does not fit is shown later, never smaller. */
export function usePages<Item>(
  items: readonly Item[],
  sizeOf: (item: Item) => number,
  room: number,
): Pages<Item> {
  const [turn, setTurn] = useState(0)
  const pages = pagesOf(items, sizeOf, room)
  const count = pages.length
  useEffect(() => {
    if (count < 2) return
    const timer = setInterval(() => setTurn(before => before + 1), pageMs)
    return () => clearInterval(timer)
  }, [count])
  const page = count === 0 ? 0 : turn % count
  return { shown: pages[page] ?? [], page: page + 1, pages: count }
}

/** Fills pages in order; an item that is larger than a page has one of its own. */
export function pagesOf<Item>(
  items: readonly Item[],
  sizeOf: (item: Item) => number,
  room: number,
): Item[][] {
  const pages: Item[][] = []
  let left = 0
  for (const item of items) {
    const size = sizeOf(item)
    const page = pages.at(-1)
    if (page && size <= left) page.push(item)
    else pages.push([item])
    left = (page && size <= left ? left : room) - size
  }
  return pages
}
