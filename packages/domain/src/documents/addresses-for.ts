import { Slug } from '@randnotiz/contract/kit/ids'

const letters: Record<string, string> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  ø: 'oe',
  å: 'aa',
  œ: 'oe',
}
const longestWord = 60

/**
 * Addresses for a text of this title, the plainest first: `mobile-stadt`, `mobile-stadt-2`, … without end. A title without
 * a Latin letter gives `text`.
 */
export function* addressesFor(title: string): Generator<Slug> {
  const plain = title
    .toLowerCase()
    .replace(/[äöüßæøåœ]/g, letter => letters[letter] ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, longestWord)
    .replace(/-+$/, '')
  const base = plain === '' ? 'text' : plain
  yield Slug.parse(base)
  for (let number = 2; ; number++) yield Slug.parse(`${base}-${number}`)
}
