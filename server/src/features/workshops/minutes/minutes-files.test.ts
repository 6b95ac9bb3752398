import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decideModeration } from '@randnotiz/contract/annotations/moderation/endpoints'
import { minutesPath } from '@randnotiz/contract/workshops/paths'
import { demoPeople } from '@randnotiz/test-kit/demo-people'
import { until } from '@randnotiz/test-kit/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callEndpoint } from '../../../testing/call-endpoint.js'
import { readPdf, readWithOffice } from '../../../testing/office.js'
import { startTestApp, type TestApp } from '../../../testing/start-app.js'
import { accepted } from '../testing/hall.js'
import { HandClock, leave, outcome, runWholeWorkshop, type WholeWorkshop } from '../testing/whole-workshop.js'

/** Minutes of a whole workshop, as the programs of other people read them. */
const clock = new HandClock()
let app: TestApp
let directory: string
let workshop: WholeWorkshop
let crew: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'randnotiz-test-'))
  app = await startTestApp({ clientDist: '', clock })
  crew = await app.signIn(demoPeople.facilitator)
  workshop = await runWholeWorkshop(app, clock)
})
afterAll(async () => {
  leave(workshop)
  await app.close()
  await rm(directory, { recursive: true, force: true })
})

const get = (format: string, headers: Record<string, string> = {}) =>
  fetch(`${app.url}${minutesPath(workshop.desk.view.workshopId)}.${format}`, { headers })

async function fileOf(format: string, headers: Record<string, string> = {}): Promise<string> {
  const response = await get(format, headers)
  expect(response.status).toBe(200)
  const path = join(directory, `${randomUUID()}.${format.replace(/\?.*/, '')}`)
  await writeFile(path, Buffer.from(await response.arrayBuffer()))
  return path
}

/** Words as they can be looked for in any file, whatever breaks its lines. */
const squeezed = (text: string) => text.replace(/\s+/g, '')

/** All that minutes must tell, in their order. */
const told = () => [
  'Protokoll: Werkstatt am Marktplatz',
  '3 Personen (offener Zugang)',
  '4 von 3 Personen',
  'Ergebnisse',
  'Die Bänke kommen vor den Bahnhof.',
  'Folgeaufgaben',
  'Ort für drei Bänke vorschlagen.',
  'Fachbereich Grün',
  '15.06.2026',
  'offen',
  'Ablauf',
  'Was gesagt und entschieden wurde',
  workshop.line,
  '2 Beiträge stehen in den Gruppen unter „Was gehört zusammen?“.',
  'Alle kommen ohne Auto an.',
  '1 Beitrag wurde zurückgehalten',
  'Aufenthalt (2)',
  'Mehr Bänke am Weg.',
  'Mehr Schatten am Bahnhof.',
  '3 Punkte je Person, höchstens 2 auf eines · geheim · 2 von 3 haben abgestimmt',
  'geschlossen',
  'nachgezählt, stimmt überein',
  'Aufenthalt zuerst.',
  'Wortlaut wie bisher',
  'Alle kommen ohne Auto an. – vorn',
  'Besonderes',
  'Nennt eine Person.',
]

const untold = ['Nennt jemanden beim Namen.', 'Gast 0', 'Gast 1', 'Gast 2']

function expectTold(text: string): void {
  const read = squeezed(text)
  let at = 0
  for (const words of told()) {
    const found = read.indexOf(squeezed(words), at)
    expect(found, words).toBeGreaterThanOrEqual(at)
    at = found
  }
  for (const words of untold) expect(read).not.toContain(squeezed(words))
}

describe('minutes as files', () => {
  it('are for the crew alone until they are published', async () => {
    for (const format of ['pdf', 'docx', 'csv', 'json']) expect((await get(format)).status).toBe(404)
    const stranger = await app.signIn(demoPeople.heidi)
    expect((await get('pdf', { cookie: stranger })).status).toBe(404)
    expect((await get('docx', { cookie: crew })).status).toBe(200)
  })

  it('as Word: LibreOffice reads everything in its order, without names and without what is held back', async () => {
    const [text] = (await readWithOffice(await fileOf('docx', { cookie: crew }), 'txt')).values()
    expectTold(text ?? '')
  })

  it('as PDF: with tags, an outline’s headings, a title and a language, and everything in the order of its tags', async () => {
    const { facts, structure } = await readPdf(await fileOf('pdf', { cookie: crew }))
    expect(facts).toMatch(/Tagged:\s+yes/)
    expect(facts).toMatch(/Title:\s+Protokoll: Werkstatt am Marktplatz/)
    expect(facts).toMatch(/Page size:\s+59\d\.?\d* x 84\d/)
    for (const tag of ['H1', 'H2', 'H3', 'H4', 'Table', 'TR', 'TH', 'TD', 'L', 'LI'])
      expect(structure, tag).toMatch(new RegExp(`^\\s*${tag}\\b`, 'm'))
    // Words stand in quotes there, between the names of the tags around them.
    expectTold([...structure.matchAll(/^\s*"(.*)"$/gm)].map(([, words]) => words).join(''))
  })

  it('stand at a permanent address for everybody once they are published, in the language that is asked for', async () => {
    await workshop.desk.must({ move: 'publish' })
    const [text] = (await readWithOffice(await fileOf('docx?lang=en'), 'txt')).values()
    expect(text).toContain('Minutes: Werkstatt am Marktplatz')
    expect(squeezed(text ?? '')).toContain(squeezed('2 of 3 voted'))
    expect(text).toContain(minutesPath(workshop.desk.view.workshopId))
    expect((await get('pdf')).headers.get('content-type')).toBe('application/pdf')
    expect((await get('pdf')).headers.get('content-disposition')).toContain('.pdf')
  })

  it('say so where a follow-up was changed after the workshop', async () => {
    clock.later(60)
    const known = workshop.desk.view.session.outcomes[1]
    if (!known) throw new Error('no follow-up')
    await workshop.desk.must({ move: 'settleFollowUp', outcomeId: known.id, state: 'done' })
    await workshop.desk.must({ move: 'recordOutcome', outcome: outcome('Nachtrag.') })
    const [text] = (await readWithOffice(await fileOf('docx'), 'txt')).values()
    expect(squeezed(text ?? '')).toContain(squeezed('erledigt'))
    expect(squeezed(text ?? '').match(/nachderWerkstattgeändertam/g)).toHaveLength(2)
    expect(await (await get('csv')).text()).toMatch(/outcome.*Ort für drei Bänke vorschlagen\..*2026-06-15/)
  })

  it('lose the words of a contribution that was hidden at its text since', async () => {
    const { said } = workshop
    const cookie = await app.signIn(demoPeople.moderator)
    const verdict = {
      kind: 'hide',
      rule: 'insult',
      facts: 'Darum.',
      duration: { lasts: 'for-good' },
    } as const
    const subject = { annotationId: said.wording, replyId: null }
    const body = { commandId: randomUUID(), subject, edition: 1, verdict }
    accepted(await callEndpoint(app.url, decideModeration, { body, cookie }))
    await until('the words are gone from the minutes', async () =>
      (await (await get('json')).text()).includes('"gone": 1'),
    )
    for (const format of ['json', 'csv'])
      expect(await (await get(format)).text()).not.toContain('Alle kommen ohne Auto an.')
    const [text] = (await readWithOffice(await fileOf('docx'), 'txt')).values()
    expect(squeezed(text ?? '')).not.toContain(squeezed('Alle kommen ohne Auto an.'))
  })
})

describe('without a program that prints', () => {
  it('there is no PDF, in plain words, and everything else', async () => {
    const { MinutesFiles } = await import('./minutes-files.js')
    const files = new MinutesFiles(null)
    const minutes = await (await get('json')).json()
    const order = { minutes, language: 'de', address: 'https://example.org' } as const
    expect(await files.file({ ...order, format: 'pdf' })).toBeNull()
    const word = await files.file({ ...order, format: 'docx' })
    expect(word?.subarray(0, 2).toString()).toBe('PK')
    expect(files.file({ ...order, format: 'docx' })).toBe(files.file({ ...order, format: 'docx' }))
  })
})
