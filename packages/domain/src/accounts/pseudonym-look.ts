import { pseudonymKey } from './pseudonym-key.js'

/** Letters and digits that pass for another at a glance, after case and accents are gone. */
const lookalikes: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  i: 'l',
  '|': 'l',
  '!': 'l',
  $: 's',
  '@': 'a',
  '€': 'e',
  ß: 'ss',
  // Cyrillic
  а: 'a',
  в: 'b',
  е: 'e',
  ѕ: 's',
  і: 'l',
  ј: 'j',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  // Greek
  α: 'a',
  β: 'b',
  ε: 'e',
  ι: 'l',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
}

/**
 * What a name looks like to somebody who reads quickly: accents, punctuation, spaces, and letters that pass for others
 * make no difference. Names of accounts with the same look are taken for a guest.
 */
export function pseudonymLook(pseudonym: string): string {
  const plain = pseudonymKey(pseudonym).normalize('NFKD').replace(/\p{M}/gu, '')
  const look = [...plain].map(character => lookalikes[character] ?? character).join('')
  const letters = look.replace(/[^\p{L}\p{N}]/gu, '')
  return letters === '' ? pseudonymKey(pseudonym) : letters
}
