import { commonPasswords } from './common-passwords.js'

/** As NIST SP 800-63B advises: length and a list of known bad ones, no rules about digits and signs. */
export const shortestPassword = 10

/** In characters as people count them, so that an emoji is not two. */
const lengthOf = (password: string) => [...password].length

/** Whether a password may be chosen. `own` holds words it must not be: the mail address, the pseudonym. */
export function isPasswordStrongEnough(password: string, own: readonly string[] = []): boolean {
  const folded = password.normalize('NFKC').toLowerCase()
  if (lengthOf(folded) < shortestPassword) return false
  if (new Set(folded).size < 4) return false
  return !commonPasswords.has(folded) && !own.some(word => word.normalize('NFKC').toLowerCase() === folded)
}
