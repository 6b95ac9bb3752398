/** So many at a time keep the thread that serves people free for them. */
const portion = 50

/** The items in order, some at a time. */
export function* portions<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let start = 0; start < items.length; start += portion) yield items.slice(start, start + portion)
}
