/** Letters, digits and what joins them; marks that combine with letters. Nothing invisible, nothing that turns lines around. */
const readable = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]+$/u
const letterOrDigit = /[\p{L}\p{N}]/gu
/** Scripts whose letters look alike; one name keeps to one of them. */
const lookalikeScripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u]
const fewestLetters = 2

/** Whether a name can stand beside a contribution: people can read it, and it pretends to be no other. */
export function isPseudonymReadable(pseudonym: string): boolean {
  const name = pseudonym.normalize('NFC')
  if (!readable.test(name)) return false
  if ((name.match(letterOrDigit) ?? []).length < fewestLetters) return false
  return lookalikeScripts.filter(script => script.test(name)).length <= 1
}
