import type { Quote, TextRange } from '@randnotiz/contract/annotations/target'

/**
 * Where a quote stands in the very text it was taken from: at the place the source names, or, when it stands nowhere
 * else, wherever it does. Null when neither can be said. `claimed` is a start in UTF-16 units.
 */
export function locateQuote(
  text: string,
  { exact, prefix, suffix }: Quote,
  claimed: number | null,
): TextRange | null {
  const at = (start: number): TextRange => ({ start, end: start + exact.length })
  if (claimed !== null && text.startsWith(exact, claimed)) return at(claimed)
  const inContext = text.indexOf(prefix + exact + suffix)
  if (prefix + suffix !== '' && inContext >= 0 && text.indexOf(prefix + exact + suffix, inContext + 1) < 0)
    return at(inContext + prefix.length)
  const only = text.indexOf(exact)
  return only >= 0 && text.indexOf(exact, only + 1) < 0 ? at(only) : null
}
