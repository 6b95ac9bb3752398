/**
 * Two pseudonyms that a reader would take for the same one have the same key: case, width, composed letters and
 * runs of spaces make no difference. Unique among accounts.
 */
export function pseudonymKey(pseudonym: string): string {
  return pseudonym.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
}
