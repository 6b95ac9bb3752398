import { randomUUID } from 'node:crypto'
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { AcceptProposal } from '@randnotiz/contract/annotations/commands'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { CommandId } from '@randnotiz/contract/kit/ids'
import type { ClientSocket } from '@randnotiz/test-kit/open-socket'
import { until } from '@randnotiz/test-kit/until'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { accepted, claimOf, creation, liveTextOf, openTown, type Town, textOf } from './testing/town.js'

let town: Town
let esche: ClientSocket
beforeAll(async () => {
  town = await openTown()
})
beforeEach(async () => {
  town.takeEdits(true)
  esche = await town.connect('Esche')
})
afterAll(() => town.close())

const before = 'baut zwölf Bänke am Markt'
const proposed = 'baut zwanzig Bänke aus Holz am Markt'

type Scene = { id: DocumentId; doc: Y.Doc; annotation: Annotation }

async function propose(): Promise<Scene> {
  const { id, doc } = town.addDocument(
    'Die Stadt baut zwölf Bänke am Markt.',
    'Der Rat entscheidet im Herbst über die erste Fassung des Konzepts.',
  )
  const author = await town.connect('Ulme')
  const command = creation(id, { passage: claimOf(doc, before), kind: 'wording', replacement: proposed })
  return { id, doc, annotation: accepted(await author.emitWithAck('annotation:create', command)) }
}

const acceptance = ({ annotation }: Scene, changes: Partial<AcceptProposal> = {}): AcceptProposal => ({
  commandId: CommandId.parse(randomUUID()),
  annotationId: annotation.id,
  edition: 1,
  before,
  wording: proposed,
  ...changes,
})

const firstLine = (doc: Y.Doc) => liveTextOf(doc).index.text.split('\n')[0]

async function standing(id: DocumentId): Promise<Annotation> {
  const socket = await town.connect()
  const page = await socket.emitWithAck('annotations:follow', { documentId: id, since: 0 })
  socket.disconnect()
  const [annotation] = page.ok ? page.value.annotations : []
  if (!annotation) throw new Error('no annotation')
  return annotation
}

describe('a proposal is taken into the live text', () => {
  it('as it is; everybody hears of it, and the note stays at its new words', async () => {
    const scene = await propose()
    const events: unknown[] = []
    const stop = town.events.on('annotations/proposal-accepted', event => void events.push(event))
    const reader = await town.connect('Linde')
    await reader.emitWithAck('annotations:follow', { documentId: scene.id, since: 1 })
    const heard = new Promise<Annotation>(resolve =>
      reader.on('annotation:changed', ({ annotation }) => resolve(annotation)),
    )
    const command = acceptance(scene)
    const answer = accepted(await esche.emitWithAck('proposal:accept', command))
    expect(answer.proposal).toMatchObject({
      status: 'accepted',
      acceptance: 'whole',
      before,
      after: proposed,
    })
    expect(answer.resolution).toMatchObject({ status: 'changed', method: 'proposal' })
    expect(firstLine(scene.doc)).toBe('Die Stadt baut zwanzig Bänke aus Holz am Markt.')
    expect((await heard).proposal).toMatchObject({ status: 'accepted' })

    // The same command once more does nothing twice.
    expect(accepted(await esche.emitWithAck('proposal:accept', command)).proposal).toEqual(answer.proposal)
    expect(firstLine(scene.doc)).toBe('Die Stadt baut zwanzig Bänke aus Holz am Markt.')
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({
      annotationId: answer.id,
      documentId: scene.id,
      before,
      after: proposed,
    })
    stop()

    textOf(scene.doc, 0).insert(0, 'Ab Mai: ')
    town.tellTextChanged(scene.id)
    await town.settled(scene.id)
    const after = await standing(scene.id)
    expect(after.resolution.status).toBe('changed')
    expect(after.target).toEqual(scene.annotation.target)
  })

  it('partly, or in other words', async () => {
    const partly = await propose()
    const some = acceptance(partly, { wording: 'baut zwanzig Bänke am Markt' })
    const answer = accepted(await esche.emitWithAck('proposal:accept', some))
    expect(answer.proposal).toMatchObject({ acceptance: 'partly' })
    expect(firstLine(partly.doc)).toBe('Die Stadt baut zwanzig Bänke am Markt.')
    const otherwise = await propose()
    const other = acceptance(otherwise, { wording: 'baut dreißig Bänke aus Holz am Markt' })
    expect(accepted(await esche.emitWithAck('proposal:accept', other)).proposal).toMatchObject({
      acceptance: 'changed',
    })
    expect(firstLine(otherwise.doc)).toBe('Die Stadt baut dreißig Bänke aus Holz am Markt.')
  })

  it('by exactly one of two colleagues at once', async () => {
    const scene = await propose()
    const other = await town.connect('Esche')
    const answers = await Promise.all([
      esche.emitWithAck('proposal:accept', acceptance(scene)),
      other.emitWithAck('proposal:accept', acceptance(scene, { wording: 'baut keine Bänke am Markt' })),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      refusal: { code: expect.stringMatching(/proposal-decided|passage-changed/) },
    })
    const { proposal } = await standing(scene.id)
    if (proposal?.status !== 'accepted') throw new Error('not accepted')
    expect(firstLine(scene.doc)).toBe(`Die Stadt ${proposal.after}.`)
  })

  it('after a crash between the decision and the text, once', async () => {
    const scene = await propose()
    town.takeEdits(false)
    const command = acceptance(scene)
    expect(await esche.emitWithAck('proposal:accept', command)).toMatchObject({
      refusal: { code: 'server/unavailable' },
    })
    expect(firstLine(scene.doc)).toBe('Die Stadt baut zwölf Bänke am Markt.')
    town.takeEdits(true)
    await town.restart()
    await until('the text has it', async () => firstLine(scene.doc)?.includes('zwanzig') ?? false)
    await town.restart()
    expect(firstLine(scene.doc)).toBe('Die Stadt baut zwanzig Bänke aus Holz am Markt.')
    esche = await town.connect('Esche')
    expect(accepted(await esche.emitWithAck('proposal:accept', command)).proposal).toMatchObject({
      status: 'accepted',
    })
  })

  it('when somebody asks again after the text did not take it', async () => {
    const scene = await propose()
    town.takeEdits(false)
    const command = acceptance(scene)
    await esche.emitWithAck('proposal:accept', command)
    town.takeEdits(true)
    accepted(await esche.emitWithAck('proposal:accept', command))
    expect(firstLine(scene.doc)).toBe('Die Stadt baut zwanzig Bänke aus Holz am Markt.')
  })
})

describe('refused, and the text stays as it is:', () => {
  async function refused(scene: Scene, command: AcceptProposal, code: string, socket = esche) {
    const text = liveTextOf(scene.doc).index.text
    expect(await socket.emitWithAck('proposal:accept', command)).toMatchObject({ refusal: { code } })
    expect(liveTextOf(scene.doc).index.text).toBe(text)
    expect((await standing(scene.id)).proposal).toEqual({ status: 'open' })
  }

  it('people who do not edit the text, and nobody at all', async () => {
    const scene = await propose()
    await refused(scene, acceptance(scene), 'accounts/not-permitted', await town.connect('Ulme'))
    await refused(scene, acceptance(scene), 'accounts/sign-in-required', await town.connect())
  })

  it('words that have changed, or gone, since somebody looked', async () => {
    const scene = await propose()
    textOf(scene.doc, 0).insert('Die Stadt baut '.length, 'bald ')
    await refused(scene, acceptance(scene), 'annotations/passage-changed')
    const now = 'baut bald zwölf Bänke am Markt'
    const answer = await esche.emitWithAck('proposal:accept', acceptance(scene, { before: now }))
    expect(accepted(answer).proposal).toMatchObject({ before: now, after: proposed })
    const gone = await propose()
    textOf(gone.doc, 0).delete(0, 30)
    await refused(gone, acceptance(gone), 'annotations/passage-changed')
  })

  it('other lines, no change at all, and another wording than was read', async () => {
    const scene = await propose()
    const lines = acceptance(scene, { wording: 'baut zwanzig\nBänke am Markt' })
    await refused(scene, lines, 'annotations/proposal-spans-lines')
    await refused(scene, acceptance(scene, { wording: before }), 'request/invalid')
    await refused(scene, acceptance(scene, { edition: 2 }), 'annotations/edited-meanwhile')
  })

  it('a contribution that proposes nothing', async () => {
    const { id, doc } = town.addDocument('Die Stadt baut zwölf Bänke am Markt.')
    const author = await town.connect('Ulme')
    const idea = accepted(
      await author.emitWithAck('annotation:create', creation(id, { passage: claimOf(doc, before) })),
    )
    const scene = { id, doc, annotation: idea }
    expect(await esche.emitWithAck('proposal:accept', acceptance(scene))).toMatchObject({
      refusal: { code: 'annotations/no-proposal' },
    })
  })
})
