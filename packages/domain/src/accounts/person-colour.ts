/** Colours for carets and avatars, readable under white letters (4.5:1) and told apart side by side. */
const palette = [
  '#0b5fae',
  '#a3265b',
  '#1f6b3a',
  '#8a4b08',
  '#5b3fa8',
  '#0e6b74',
  '#a02c2c',
  '#4f5d0f',
  '#7a3b8f',
  '#35557a',
] as const

/** A colour for a person, always the same for the same key. */
export function personColour(key: string): string {
  let sum = 0
  for (const character of key) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003
  return palette[sum % palette.length] ?? palette[0]
}
