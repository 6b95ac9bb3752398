import { Annotation } from '@randnotiz/contract/annotations/annotation'
import { Answer, AnsweredPoint } from '@randnotiz/contract/answers/answer'
import { Point } from '@randnotiz/contract/answers/case'
import { unfiltered } from '@randnotiz/contract/answers/exports/order'
import { OutcomeKind } from '@randnotiz/contract/answers/outcome'
import { PointNumber } from '@randnotiz/contract/answers/piece'
import { UnitId } from '@randnotiz/contract/answers/settings'
import { AnnotationId, DocumentId, Slug } from '@randnotiz/contract/kit/ids'
import { describe, expect, it } from 'vitest'
import { publicContributions } from '../../annotations/exchange/public-contribution.js'
import { SynopsisCount } from './count-synopsis.js'
import { markedChange } from './marked-change.js'
import { readTypedRows, rowId, type TypedRow } from './re-import-rows.js'
import { isIn, isPart, type SynopsisSource, type SynopsisView, synopsisRows } from './synopsis-row.js'

const id = AnnotationId.parse('a'.repeat(24))
const person = { kind: 'account', id: 'b'.repeat(24), pseudonym: 'Heidi vom Hang', staff: false }
const at = '2026-05-01T09:00:00.000Z'
const answer = Answer.parse({ outcome: { kind: 'noted' }, reason: 'Danke.', change: null })
const draft = Answer.parse({ outcome: { kind: 'rejected' }, reason: 'Zu teuer.', change: null })

function point(change: object = {}): Point {
  const usual = { number: 1, pieces: [], work: { state: 'new' }, published: null, unit: null, dueOn: null }
  return Point.parse({ ...usual, assignee: null, group: null, ...change })
}
const published = AnsweredPoint.parse({ ...answer, number: 1, pieces: [], publishedAt: at, together: 1 })
const drafted = {
  state: 'drafted',
  answer: draft,
  edition: 1,
  writtenBy: person,
  writtenAt: at,
  returned: null,
}

function source(points: Point[], change: object = {}): SynopsisSource {
  const said = {
    id,
    target: { kind: 'document', documentId: 'c'.repeat(24) },
    resolution: { status: 'whole' },
    kind: 'idea',
    body: 'Mehr Bänke. Mehr Licht.',
    replacement: null,
    author: person,
    createdAt: at,
    replies: [],
    support: { kind: 'shown', count: 3 },
    ...change,
  }
  const [contribution] = publicContributions([Annotation.parse(said)])
  if (!contribution) throw new Error('nobody may read it')
  const document = {
    id: DocumentId.parse('c'.repeat(24)),
    slug: Slug.parse('mobile-stadt'),
    kind: 'buildingBlock',
    number: 2,
    title: 'Mobile Stadt',
  } as const
  return {
    contribution,
    number: 17,
    document,
    chapter: 'Ziele',
    case: { version: 4, points },
    blackening: null,
  }
}

const view: SynopsisView = { names: 'without', answers: 'published', unitName: unit => `Amt ${unit}` }
const pieces = (start: number, end: number) => [{ part: 'body', start, end }]

describe('rows of a synopsis', () => {
  it('are one for each point, with its own words and a number that people can say', () => {
    const rows = synopsisRows(
      source([point({ pieces: pieces(0, 11) }), point({ number: 2, pieces: pieces(12, 23) })]),
      view,
    )
    expect(rows.map(({ number, words }) => [number, words.body])).toEqual([
      ['B2-017.1', 'Mehr Bänke.'],
      ['B2-017.2', 'Mehr Licht.'],
    ])
    expect(synopsisRows(source([point()]), view)[0]?.number).toBe('B2-017')
  })

  it('have names, and what is still a draft, only where these are asked for', () => {
    const one = source([point({ work: drafted, published })])
    expect(synopsisRows(one, view)[0]).toMatchObject({ author: null, answer: { reason: 'Danke.' } })
    const inside = synopsisRows(one, { ...view, names: 'with', answers: 'all' })
    expect(inside[0]).toMatchObject({ author: 'Heidi vom Hang', answer: { reason: 'Zu teuer.' } })
  })

  it('say nothing of support that is nobody’s business yet, and how it came', () => {
    const fresh = source([point()], {
      support: { kind: 'hidden', shownFrom: at },
      received: { channel: 'letter', on: '2026-04-01' },
    })
    expect(synopsisRows(fresh, view)[0]).toMatchObject({ supporters: null, channel: 'letter' })
  })

  it('count who is answered together, and name the unit', () => {
    const name = (of: string) => ({ annotationId: of.repeat(24), number: 1 })
    const group = { lead: name('a'), members: [name('d'), name('e')] }
    const [row] = synopsisRows(source([point({ group, unit: 'bau', dueOn: '2026-06-01' })]), view)
    expect(row).toMatchObject({ together: 3, unit: { id: 'bau', name: 'Amt bau' }, dueOn: '2026-06-01' })
  })

  it('are chosen by what they say', () => {
    const [row] = synopsisRows(source([point({ published, unit: 'bau' })]), view)
    if (!row) throw new Error('no row')
    const chosen: [object, boolean][] = [
      [{}, true],
      [{ document: 'mobile-stadt', kind: 'idea', outcome: 'noted', answered: 'yes', unit: 'bau' }, true],
      [{ document: 'soziale-stadt' }, false],
      [{ kind: 'risk' }, false],
      [{ outcome: 'rejected' }, false],
      [{ answered: 'no' }, false],
      [{ unit: UnitId.parse('schule') }, false],
    ]
    for (const [filter, is] of chosen) expect(isIn(row, { ...unfiltered, ...filter })).toBe(is)
    expect([isPart(unfiltered), isPart({ ...unfiltered, answered: 'no' })]).toEqual([false, true])
  })
})

it('a count of rows counts contributions once, and as answered when each point in sight is', () => {
  const count = new SynopsisCount()
  const half = source([
    point({ published, pieces: pieces(0, 11) }),
    point({ number: 2, pieces: pieces(12, 23) }),
  ])
  const whole = source([point({ published })], { id: 'd'.repeat(24), kind: 'risk' })
  for (const one of [half, whole]) for (const row of synopsisRows(one, view)) count.add(row)
  expect(count.result()).toEqual({
    contributions: 2,
    answered: 1,
    points: 3,
    answeredPoints: 2,
    supporters: 6,
    kinds: { idea: 1, risk: 1 },
    channels: { online: 2 },
    outcomes: { noted: 2 },
    documents: [{ slug: 'mobile-stadt', title: 'Mobile Stadt', contributions: 2, answered: 1 }],
  })
})

it('a change has marks that need no colour, also where nothing stood before', () => {
  expect(markedChange({ before: 'Die Stadt prüft es.', after: 'Die Stadt baut es.' })).toBe(
    'Die Stadt [-prüft-]{+baut+} es.',
  )
  expect(markedChange({ before: null, after: 'Neu.' })).toBe('{+Neu.+}')
})

describe('rows that come back', () => {
  const named = (words: string) => OutcomeKind.options.find(kind => kind === words.toLowerCase()) ?? null
  const typed = (change: Partial<TypedRow> = {}): TypedRow => ({
    row: 2,
    number: 'B2-017',
    id: rowId(id, PointNumber.parse(1)),
    edition: '1',
    version: '0',
    outcome: ' Noted ',
    forwardedTo: '',
    reason: ' Danke,\r\nschon da. ',
    ...change,
  })
  const read = (change: Partial<TypedRow>) => readTypedRows([typed(change)], named)[0]

  it('are what somebody meant', () => {
    expect(read({})).toMatchObject({
      ok: true,
      value: {
        annotationId: id,
        point: 1,
        answer: { outcome: { kind: 'noted' }, reason: 'Danke,\nschon da.' },
      },
    })
    expect(read({ outcome: '', reason: '  ' })).toMatchObject({ ok: true, value: { answer: null } })
    expect(read({ outcome: 'forwarded', forwardedTo: ' Kreis Lippe ' })).toMatchObject({
      value: { answer: { outcome: { kind: 'forwarded', to: 'Kreis Lippe' } } },
    })
  })

  it.each([
    [{ id: 'nirgends.1' }, 'unknown-id'],
    [{ id: `${id}.0` }, 'unknown-id'],
    [{ id: `${id}.1.1` }, 'unknown-id'],
    [{ id: '=HYPERLINK("x")' }, 'unknown-id'],
    [{ edition: '-1' }, 'unknown-id'],
    [{ version: '1e9' }, 'unknown-id'],
    [{ outcome: '=1+1' }, 'illegal-outcome'],
    [{ outcome: '' }, 'missing-outcome'],
    [{ reason: '\n ' }, 'missing-reason'],
    [{ reason: 'x'.repeat(5_001) }, 'reason-too-long'],
    [{ outcome: 'forwarded' }, 'missing-recipient'],
    [{ outcome: 'forwarded', forwardedTo: 'x'.repeat(201) }, 'missing-recipient'],
  ])('are refused one by one: %j', (change, problem) => {
    expect(read(change)).toEqual({ ok: false, row: 2, number: 'B2-017', problem })
  })

  it('with the same id are refused both, whatever they say', () => {
    const rows = readTypedRows([typed(), typed({ row: 3, reason: 'Etwas anderes.' })], named)
    expect(rows.map(row => !row.ok && row.problem)).toEqual(['duplicate', 'duplicate'])
  })
})
