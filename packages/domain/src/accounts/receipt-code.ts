/**
 * The code on a guest's receipt: 100 random bits as twenty characters in five groups, `K7QX-09MF-…`. The alphabet is
 * Douglas Crockford's base 32 (crockford.com/base32.html): no I, L, O and U, and whoever types one of the first three
 * is understood.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const groupLength = 4
const codeLength = 20

const asMeant: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' }

/** The code of random bytes, of which the low five bits count; at least twenty. */
export function receiptCodeOf(random: Uint8Array): string {
  if (random.length < codeLength) throw new Error('too little randomness for a receipt')
  return grouped([...random.slice(0, codeLength)].map(byte => alphabet.charAt(byte & 31)).join(''))
}

/** What somebody typed as a code is written; null when it can be none. */
export function readReceiptCode(typed: string): string | null {
  const characters = typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
  const meant = characters.replace(/[ILO]/g, character => asMeant[character] ?? character)
  const isCode = meant.length === codeLength && [...meant].every(character => alphabet.includes(character))
  return isCode ? grouped(meant) : null
}

function grouped(code: string): string {
  return (code.match(new RegExp(`.{${groupLength}}`, 'g')) ?? []).join('-')
}
