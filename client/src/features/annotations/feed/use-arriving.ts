import { useState } from 'react'
import { type Feed, isBehind } from './feed.js'

/** Whether some of what was there when the page opened has still to come. What comes later does not count. */
export function useArriving(feed: Feed): boolean {
  const [arriving, setArriving] = useState(isBehind(feed))
  const still = arriving && isBehind(feed)
  if (still !== arriving) setArriving(still)
  return still
}
