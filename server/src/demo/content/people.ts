import type { Role } from '@randnotiz/contract/accounts/role'

/** Staff appear under a name, with a colour for their caret: `#rrggbb`, readable under white letters (4.5:1). */
export type DemoStaff = {
  role: Exclude<Role, 'participant'>
  pseudonym: string
  email: string
  colour: string
}
export type DemoCitizen = { role: 'participant'; pseudonym: string; email: string }
export type DemoPerson = DemoStaff | DemoCitizen

/** Nobody here exists; `example.org` is reserved for examples and delivers no mail. */
export const demoStaff: DemoStaff[] = [
  { role: 'admin', pseudonym: 'Birte Sandkühler', email: 'verwaltung@example.org', colour: '#5b3fa8' },
  { role: 'editor', pseudonym: 'Jonas Wittekamp', email: 'redaktion1@example.org', colour: '#0b5fae' },
  { role: 'editor', pseudonym: 'Mira Aldinger', email: 'redaktion2@example.org', colour: '#a3265b' },
  { role: 'facilitator', pseudonym: 'Tarek Bensaid', email: 'werkstatt@example.org', colour: '#1f6b3a' },
  { role: 'moderator', pseudonym: 'Ulrike Hasenpusch', email: 'moderation@example.org', colour: '#8a4b08' },
]

export const demoCitizens: DemoCitizen[] = [
  { role: 'participant', pseudonym: 'Heidi vom Hang', email: 'heidi@example.org' },
  { role: 'participant', pseudonym: 'Radlerin Nord', email: 'radlerin@example.org' },
  { role: 'participant', pseudonym: 'Opa Werner', email: 'werner@example.org' },
  { role: 'participant', pseudonym: 'lena_2011', email: 'lena@example.org' },
  { role: 'participant', pseudonym: 'Bäckermeister K.', email: 'baecker@example.org' },
  { role: 'participant', pseudonym: 'Skeptiker58', email: 'skeptiker@example.org' },
  { role: 'participant', pseudonym: 'Mama von drei', email: 'mama@example.org' },
  { role: 'participant', pseudonym: 'Campuskatze', email: 'campus@example.org' },
  { role: 'participant', pseudonym: 'rollt_weiter', email: 'rollt@example.org' },
  { role: 'participant', pseudonym: 'Neu_hier', email: 'neuhier@example.org' },
  { role: 'participant', pseudonym: 'Zettelkasten', email: 'zettel@example.org' },
  { role: 'participant', pseudonym: 'Nachtbusfan', email: 'nachtbus@example.org' },
  { role: 'participant', pseudonym: 'Gartenzaun', email: 'gartenzaun@example.org' },
  { role: 'participant', pseudonym: 'Code_und_Kuchen', email: 'code@example.org' },
]

/** They take part without an account, under a name they gave themselves. */
export const demoGuests: readonly string[] = ['Zugereister', 'Pausenbrot', 'Werretaler']

export const demoPeople: DemoPerson[] = [...demoStaff, ...demoCitizens]
