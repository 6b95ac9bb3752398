/** Ids of blocks: 12 characters of a–z and 0–9, short enough for a QR code, 62 bits against collisions. */
const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789'
const idLength = 12

/** A new random id. */
export function newBlockId(): string {
  // 36 does not divide 256; the bias of the first four letters does not matter for an id.
  const bytes = crypto.getRandomValues(new Uint8Array(idLength))
  return Array.from(bytes, byte => alphabet[byte % alphabet.length]).join('')
}

/** A source of ids that gives the same ones for the same seed, for imports that must be repeatable. */
export function seededBlockIds(seed: string): () => string {
  const random = randomFrom(hash(seed))
  return () => Array.from({ length: idLength }, () => alphabet[random() % alphabet.length]).join('')
}

/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/). */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const unit of text) value = Math.imul(value ^ (unit.codePointAt(0) ?? 0), 0x01000193)
  return value >>> 0
}

/** Weyl sequence with a murmur3 finaliser: 32-bit numbers, well mixed. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return (mixed ^ (mixed >>> 16)) >>> 0
  }
}
