import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { documentFragment } from '@randnotiz/document-schema/fragment'
import type { ClientSocket } from '@randnotiz/test-kit/open-socket'
import { until } from '@randnotiz/test-kit/until'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import {
  accepted,
  attaching,
  claimOf,
  creation,
  liveTextOf,
  openTown,
  paragraphOf,
  type Town,
  textOf,
} from './testing/town.js'

let town: Town
let esche: ClientSocket
beforeAll(async () => {
  town = await openTown()
})
beforeEach(async () => {
  esche = await town.connect('Esche')
})
afterAll(() => town.close())

const paragraphs = [
  'Die Stadt prüft bis zum Sommer, wo Fahrräder sicher abgestellt werden können.',
  'Am Bahnhof fehlen Bänke, am Markt fehlen Bäume, und auf dem Weg dazwischen fehlt beides.',
  'Der Rat entscheidet im Herbst über die erste Fassung des Konzepts.',
]

type Scene = { id: DocumentId; doc: Y.Doc; annotation: Annotation }

async function annotate(exact: string, text = paragraphs): Promise<Scene> {
  const { id, doc } = town.addDocument(...text)
  const author = await town.connect('Ulme')
  const command = creation(id, { passage: claimOf(doc, exact) })
  return { id, doc, annotation: accepted(await author.emitWithAck('annotation:create', command)) }
}

/** A note whose paragraph was deleted. */
async function lose(exact: string): Promise<Scene> {
  const scene = await annotate(exact)
  documentFragment(scene.doc).delete(1, 1)
  await becomes(scene.id, 'orphaned')
  return scene
}

const lonely = 'und auf dem langen Weg vom Bahnhof zum Markt fehlt jede Bank'
const longParagraph = `Wer mit dem Rad zur Arbeit fährt, findet morgens oft keinen Platz mehr, ${lonely}, weshalb viele ältere Menschen lieber gleich zu Hause bleiben oder sich fahren lassen.`

/** A note whose words stand in other surroundings now, far from what stood beside them. */
async function suggest(): Promise<Scene> {
  const scene = await annotate(lonely, [paragraphs[0] ?? '', longParagraph, paragraphs[2] ?? ''])
  documentFragment(scene.doc).insert(3, [
    paragraphOf(`Ein Satz aus der Versammlung bleibt hängen: ${lonely}, seit Jahren schon.`),
  ])
  documentFragment(scene.doc).delete(1, 1)
  return { ...scene, annotation: await becomes(scene.id, 'suggested') }
}

async function standing(documentId: DocumentId): Promise<Annotation> {
  const socket = await town.connect()
  const page = await socket.emitWithAck('annotations:follow', { documentId, since: 0 })
  socket.disconnect()
  const [annotation] = page.ok ? page.value.annotations : []
  if (!annotation) throw new Error('no annotation')
  return annotation
}

function becomes(id: DocumentId, status: Annotation['resolution']['status']): Promise<Annotation> {
  town.tellTextChanged(id)
  return until(`it is ${status}`, async () => {
    const annotation = await standing(id)
    return annotation.resolution.status === status && annotation
  })
}

async function settled(id: DocumentId): Promise<Annotation> {
  town.tellTextChanged(id)
  await town.settled(id)
  return standing(id)
}

function wordsAt({ resolution }: Annotation, doc: Y.Doc): string {
  if (!('range' in resolution)) return resolution.status
  return liveTextOf(doc).index.text.slice(resolution.range.start, resolution.range.end)
}

const attachTo = (scene: Scene, exact: string, after = 0) =>
  esche.emitWithAck(
    'annotation:attach',
    attaching(scene.annotation, { decision: 'attached', passage: claimOf(scene.doc, exact), after }),
  )

describe('a note that staff put at another passage', () => {
  it('stands there for everybody at once, with its target untouched and no name', async () => {
    const scene = await lose('am Markt fehlen Bäume')
    const reader = await town.connect()
    await reader.emitWithAck('annotations:follow', { documentId: scene.id, since: 0 })
    const heard = new Promise<Annotation>(resolve =>
      reader.once('annotation:changed', ({ annotation }) => resolve(annotation)),
    )
    const attached = accepted(await attachTo(scene, 'entscheidet im Herbst'))
    expect(await heard).toEqual(attached)
    expect(attached.target).toEqual(scene.annotation.target)
    expect(attached.resolution).toMatchObject({ status: 'changed', method: 'staff' })
    expect(wordsAt(attached, scene.doc)).toBe('entscheidet im Herbst')
    expect(attached.attachment).toMatchObject({
      decision: 'attached',
      number: 1,
      anchor: { quote: { exact: 'entscheidet im Herbst' } },
    })
    expect(JSON.stringify(attached)).not.toContain('Esche')
  })

  it('stays there while others type before, inside and behind, and over a restart', async () => {
    const scene = await lose('am Markt fehlen Bäume')
    accepted(await attachTo(scene, 'entscheidet im Herbst'))
    textOf(scene.doc, 1).insert(0, 'Wie angekündigt: ')
    documentFragment(scene.doc).insert(0, [paragraphOf('Ein neuer erster Absatz.')])
    expect(wordsAt(await settled(scene.id), scene.doc)).toBe('entscheidet im Herbst')
    textOf(scene.doc, 2).insert(textOf(scene.doc, 2).toString().indexOf('im Herbst'), 'spätestens ')
    expect(wordsAt(await settled(scene.id), scene.doc)).toBe('entscheidet spätestens im Herbst')
    await town.restart()
    const after = await settled(scene.id)
    expect(wordsAt(after, scene.doc)).toBe('entscheidet spätestens im Herbst')
    expect(after.target).toEqual(scene.annotation.target)
  })

  it('does not go back to where it came from when the old words return', async () => {
    const scene = await lose('am Markt fehlen Bäume')
    accepted(await attachTo(scene, 'entscheidet im Herbst'))
    documentFragment(scene.doc).insert(1, [paragraphOf(paragraphs[1] ?? '')])
    expect(wordsAt(await settled(scene.id), scene.doc)).toBe('entscheidet im Herbst')
  })

  it('is an orphan when that passage goes too, and heals there when the deletion is taken back', async () => {
    const scene = await lose('am Markt fehlen Bäume')
    accepted(await attachTo(scene, 'entscheidet im Herbst'))
    documentFragment(scene.doc).delete(1, 1)
    await becomes(scene.id, 'orphaned')
    documentFragment(scene.doc).insert(1, [paragraphOf(paragraphs[2] ?? '')])
    expect(wordsAt(await becomes(scene.id, 'changed'), scene.doc)).toBe('entscheidet im Herbst')
  })

  it('never returns to where the search last had it', async () => {
    const scene = await annotate('am Markt fehlen Bäume')
    textOf(scene.doc, 1).insert(textOf(scene.doc, 1).toString().indexOf('Bäume'), 'viele ')
    await becomes(scene.id, 'changed')
    await settled(scene.id)
    accepted(await attachTo(scene, 'entscheidet im Herbst'))
    documentFragment(scene.doc).delete(2, 1)
    expect((await settled(scene.id)).resolution.status).toBe('orphaned')
  })

  it('is exact where the words are those it quotes', async () => {
    const scene = await lose('am Markt fehlen Bäume')
    textOf(scene.doc, 1).insert(0, 'Denn am Markt fehlen Bäume. ')
    const attached = accepted(await attachTo(scene, 'am Markt fehlen Bäume'))
    expect(attached.resolution.status).toBe('exact')
    expect((await settled(scene.id)).resolution.status).toBe('exact')
  })

  it('holds against a search that began before', async () => {
    const scene = await annotate('am Markt fehlen Bäume')
    for (let round = 0; round < 6; round++) {
      textOf(scene.doc, 1).insert(textOf(scene.doc, 1).toString().indexOf('Bäume'), 'sehr ')
      town.tellTextChanged(scene.id)
      accepted(await attachTo(scene, round % 2 ? 'wo Fahrräder' : 'entscheidet im Herbst', round))
    }
    expect(wordsAt(await settled(scene.id), scene.doc)).toBe('wo Fahrräder')
  })
})

describe('a suggestion', () => {
  const confirm = (scene: Scene, exact: string) =>
    esche.emitWithAck(
      'annotation:attach',
      attaching(scene.annotation, { decision: 'confirmed', passage: claimOf(scene.doc, exact) }),
    )

  it('is attached when staff confirm it as it stands', async () => {
    const scene = await suggest()
    const confirmed = accepted(await confirm(scene, lonely))
    expect(confirmed).toMatchObject({
      resolution: { status: 'exact', method: 'staff' },
      attachment: { decision: 'confirmed' },
    })
    const after = await settled(scene.id)
    expect([after.resolution.status, wordsAt(after, scene.doc)]).toEqual(['exact', lonely])
  })

  it('is not confirmed by another place, nor where nothing is suggested', async () => {
    const scene = await suggest()
    const changed = { ok: false, refusal: { code: 'annotations/suggestion-changed' } }
    expect(await confirm(scene, 'entscheidet im Herbst')).toEqual(changed)
    expect(await confirm(await annotate('am Markt'), 'am Markt')).toEqual(changed)
    expect((await standing(scene.id)).attachment).toBeNull()
  })

  it('is not confirmed with words that are no longer there', async () => {
    const scene = await suggest()
    const command = attaching(scene.annotation, {
      decision: 'confirmed',
      passage: claimOf(scene.doc, lonely),
    })
    textOf(scene.doc, 2).insert(textOf(scene.doc, 2).toString().indexOf('fehlt jede'), 'nicht ')
    expect(await esche.emitWithAck('annotation:attach', command)).toMatchObject({
      refusal: { code: 'annotations/suggestion-changed' },
    })
  })
})

describe('a passage that staff say is gone', () => {
  it('is not looked for any more, whatever returns, until staff say otherwise', async () => {
    const scene = await annotate('am Markt fehlen Bäume')
    const detached = accepted(
      await esche.emitWithAck('annotation:attach', attaching(scene.annotation, { decision: 'detached' })),
    )
    expect(detached).toMatchObject({
      resolution: { status: 'orphaned' },
      attachment: { decision: 'detached', number: 1 },
    })
    textOf(scene.doc, 0).insert(0, 'Neu: ')
    town.tellTextChanged(scene.id)
    await town.restart()
    esche = await town.connect('Esche')
    expect((await standing(scene.id)).resolution.status).toBe('orphaned')
    accepted(await attachTo(scene, 'am Markt fehlen Bäume', 1))
    expect(wordsAt(await settled(scene.id), scene.doc)).toBe('am Markt fehlen Bäume')
  })
})

describe('the history', () => {
  it('keeps who decided what, when, from where and why', async () => {
    const scene = await annotate('am Markt fehlen Bäume')
    accepted(await attachTo(scene, 'entscheidet im Herbst'))
    const eibe = await town.connect('Eibe')
    const gone = attaching(scene.annotation, { decision: 'detached', after: 1, reason: ' Überholt. ' })
    accepted(await eibe.emitWithAck('annotation:attach', gone))
    const history = await town.historyOf(scene.annotation.id)
    expect(history).toMatchObject([
      {
        attachment: { decision: 'attached', number: 1 },
        from: { status: 'exact', words: 'am Markt fehlen Bäume' },
        by: { pseudonym: 'Esche' },
        reason: '',
      },
      {
        attachment: { decision: 'detached', number: 2 },
        from: { status: 'changed', words: 'entscheidet im Herbst' },
        by: { pseudonym: 'Eibe' },
        reason: 'Überholt.',
      },
    ])
  })
})

describe('deciding at the same time', () => {
  it('one of two colleagues is told that the other was faster', async () => {
    const scene = await lose('am Markt fehlen Bäume')
    const eibe = await town.connect('Eibe')
    const passages = ['wo Fahrräder', 'entscheidet im Herbst'].map(exact => claimOf(scene.doc, exact))
    const answers = await Promise.all(
      [esche, eibe].map((socket, number) =>
        socket.emitWithAck(
          'annotation:attach',
          attaching(scene.annotation, { decision: 'attached', passage: passages[number] }),
        ),
      ),
    )
    expect(answers.filter(answer => answer.ok)).toHaveLength(1)
    expect(answers.find(answer => !answer.ok)).toMatchObject({
      refusal: { code: 'annotations/attached-meanwhile' },
    })
    expect(await town.historyOf(scene.annotation.id)).toHaveLength(1)
  })

  it('the same command is carried out once, and answered alike', async () => {
    const scene = await lose('am Markt fehlen Bäume')
    const passage = claimOf(scene.doc, 'entscheidet im Herbst')
    const command = attaching(scene.annotation, { decision: 'attached', passage })
    const sockets = [esche, await town.connect('Esche'), await town.connect('Esche')]
    const answers = await Promise.all(sockets.map(socket => socket.emitWithAck('annotation:attach', command)))
    answers.push(await esche.emitWithAck('annotation:attach', command))
    for (const answer of answers) expect(accepted(answer).attachment?.number).toBe(1)
    expect(await town.historyOf(scene.annotation.id)).toHaveLength(1)
  })

  it('a reply at the same moment is no conflict', async () => {
    const scene = await lose('am Markt fehlen Bäume')
    const linde = await town.connect('Linde')
    const { commandId } = creation(scene.id)
    const reply = { commandId, annotationId: scene.annotation.id, body: 'Schade um die Bäume.' }
    const [replied, attached] = await Promise.all([
      linde.emitWithAck('annotation:reply', reply),
      attachTo(scene, 'entscheidet im Herbst'),
    ])
    expect([replied.ok, attached.ok]).toEqual([true, true])
    const after = await standing(scene.id)
    expect([after.replies.length, after.attachment?.number]).toEqual([1, 1])
  })
})

describe('refused, and nothing is written:', () => {
  async function refused(answer: Promise<{ ok: boolean }>, code: string, scene: Scene) {
    expect(await answer).toMatchObject({ ok: false, refusal: { code } })
    expect(await town.historyOf(scene.annotation.id)).toEqual([])
  }

  it('people who are no staff, and nobody at all', async () => {
    const scene = await annotate('am Markt')
    const command = attaching(scene.annotation, { decision: 'detached' })
    const ulme = await town.connect('Ulme')
    await refused(ulme.emitWithAck('annotation:attach', command), 'accounts/not-permitted', scene)
    const nobody = await town.connect()
    await refused(nobody.emitWithAck('annotation:attach', command), 'accounts/sign-in-required', scene)
  })

  it('a passage of another document', async () => {
    const scene = await annotate('am Markt')
    const other = town.addDocument('Ein ganz anderer Text, ohne Möbel und ohne Belang für diesen hier.')
    const passage = claimOf(other.doc, 'ohne Möbel')
    const command = attaching(scene.annotation, { decision: 'attached', passage })
    await refused(esche.emitWithAck('annotation:attach', command), 'annotations/passage-changed', scene)
  })

  it('words that do not stand there, and none at all', async () => {
    const scene = await annotate('am Markt')
    const passage = { ...claimOf(scene.doc, 'fehlen Bäume'), exact: 'fehlen Bänke' }
    const command = attaching(scene.annotation, { decision: 'attached', passage })
    await refused(esche.emitWithAck('annotation:attach', command), 'annotations/passage-changed', scene)
    const without = { ...command, passage: undefined } as unknown as typeof command
    await refused(esche.emitWithAck('annotation:attach', without), 'request/invalid', scene)
  })

  it('a contribution on the whole text, and one that is not there', async () => {
    const { id, doc } = town.addDocument(...paragraphs)
    const annotation = accepted(await esche.emitWithAck('annotation:create', creation(id)))
    const whole = attaching(annotation, { decision: 'detached' })
    await refused(esche.emitWithAck('annotation:attach', whole), 'annotations/without-passage', {
      id,
      doc,
      annotation,
    })
    const unknown = attaching({ id: annotation.id }, { decision: 'detached' })
    const elsewhere = { ...unknown, annotationId: id as unknown as typeof unknown.annotationId }
    expect(await esche.emitWithAck('annotation:attach', elsewhere)).toMatchObject({
      refusal: { code: 'annotations/unknown' },
    })
  })

  it('a command id that meant something else', async () => {
    const scene = await annotate('am Markt')
    const { commandId } = creation(scene.id)
    accepted(await esche.emitWithAck('annotation:create', { ...creation(scene.id), commandId }))
    const command = { ...attaching(scene.annotation, { decision: 'detached' }), commandId }
    await refused(esche.emitWithAck('annotation:attach', command), 'annotations/command-reused', scene)
  })

  it('a decision about what somebody else has decided since', async () => {
    const scene = await annotate('am Markt')
    accepted(await attachTo(scene, 'fehlen Bänke'))
    expect(await attachTo(scene, 'fehlen Bäume')).toMatchObject({
      refusal: { code: 'annotations/attached-meanwhile' },
    })
    expect(await attachTo(scene, 'fehlen Bäume', 7)).toMatchObject({
      refusal: { code: 'annotations/attached-meanwhile' },
    })
    expect(await town.historyOf(scene.annotation.id)).toHaveLength(1)
  })
})
