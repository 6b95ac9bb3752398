import { pseudonymKey } from './pseudonym-key.js'

/** Words that make a name sound like an office, in German and English. */
const offices: ReadonlySet<string> = new Set([
  'admin',
  'administration',
  'administrator',
  'administratorin',
  'amt',
  'bürgermeister',
  'bürgermeisterin',
  'city',
  'council',
  'dezernat',
  'editor',
  'editorial',
  'fachbereich',
  'kreis',
  'kämmerei',
  'landrat',
  'landrätin',
  'mayor',
  'moderation',
  'moderator',
  'moderatorin',
  'official',
  'offiziell',
  'ordnungsamt',
  'randnotiz',
  'rat',
  'rathaus',
  'redaktion',
  'stadt',
  'stadtrat',
  'stadtverwaltung',
  'support',
  'verwaltung',
])

/** Whether a citizen's name would pass for one of the city. Whole words count: a Stadtmaus is none. */
export function soundsOfficial(pseudonym: string): boolean {
  const words = pseudonymKey(pseudonym).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return words.some(word => offices.has(word))
}
