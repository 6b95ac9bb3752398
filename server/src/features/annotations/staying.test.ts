import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { FeedPage } from '@randnotiz/contract/annotations/change-feed'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { documentFragment } from '@randnotiz/document-schema/fragment'
import { until } from '@randnotiz/test-kit/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import {
  accepted,
  claimOf,
  creation,
  liveTextOf,
  openTown,
  paragraphOf,
  type Town,
  textOf,
} from './testing/town.js'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const paragraphs = [
  'Die Stadt prüft bis zum Sommer, wo Fahrräder sicher abgestellt werden können.',
  'Am Bahnhof fehlen Bänke, am Markt fehlen Bäume, und auf dem Weg dazwischen fehlt beides.',
  'Der Rat entscheidet im Herbst über die erste Fassung des Konzepts.',
]

async function annotate(exact: string): Promise<{ id: DocumentId; doc: Y.Doc; annotation: Annotation }> {
  const { id, doc } = town.addDocument(...paragraphs)
  const author = await town.connect('Ulme')
  const passage = claimOf(doc, exact)
  const annotation = accepted(await author.emitWithAck('annotation:create', creation(id, { passage })))
  return { id, doc, annotation }
}

async function pageOf(documentId: DocumentId): Promise<FeedPage> {
  const socket = await town.connect()
  const page = await socket.emitWithAck('annotations:follow', { documentId, since: 0 })
  socket.disconnect()
  if (!page.ok) throw new Error(page.refusal.code)
  return page.value
}

async function annotationOf(documentId: DocumentId): Promise<Annotation> {
  const [annotation] = (await pageOf(documentId)).annotations
  if (!annotation) throw new Error('no annotation')
  return annotation
}

/** Waits until the server has looked for the passage and found what is expected of it. */
function becomes(id: DocumentId, status: Annotation['resolution']['status']): Promise<Annotation> {
  town.tellTextChanged(id)
  return until(`it is ${status}`, async () => {
    const annotation = await annotationOf(id)
    return annotation.resolution.status === status && annotation
  })
}

function wordsAt({ resolution }: Annotation, doc: Y.Doc): string | null {
  if (!('range' in resolution)) return null
  return liveTextOf(doc).index.text.slice(resolution.range.start, resolution.range.end)
}

describe('an annotation stays with its passage', () => {
  it('while others type before and behind it, without a change in the feed', async () => {
    const { id, doc } = await annotate('am Markt fehlen Bäume')
    textOf(doc, 1).insert(0, 'Heute gilt: ')
    textOf(doc, 1).insert(textOf(doc, 1).length, ' Das soll anders werden.')
    documentFragment(doc).insert(0, [paragraphOf('Ein neuer erster Absatz.')])
    town.tellTextChanged(id)
    await town.settled(id)
    const page = await pageOf(id)
    expect(page.head).toBe(1)
    expect(page.annotations.map(annotation => wordsAt(annotation, doc))).toEqual(['am Markt fehlen Bäume'])
  })

  it('when others type inside it, as changed, with its target untouched', async () => {
    const { id, doc, annotation } = await annotate('am Markt fehlen Bäume')
    textOf(doc, 1).insert(textOf(doc, 1).toString().indexOf('Bäume'), 'viele ')
    const changed = await becomes(id, 'changed')
    expect(wordsAt(changed, doc)).toBe('am Markt fehlen viele Bäume')
    expect(changed.target).toEqual(annotation.target)
    expect(changed.resolution).toMatchObject({ method: 'version-map' })
  })

  it('when its paragraph is replaced by a new one with the same words, as an editor does that splits', async () => {
    const { id, doc } = await annotate('am Markt fehlen Bäume')
    doc.transact(() => {
      documentFragment(doc).delete(1, 1)
      documentFragment(doc).insert(
        1,
        ['Am Bahnhof fehlen Bänke,', 'am Markt fehlen Bäume, und mehr.'].map(paragraphOf),
      )
    })
    town.tellTextChanged(id)
    const healed = await until('it is bound to the new characters', async () => {
      const annotation = await annotationOf(id)
      const { resolution } = annotation
      return 'crdt' in resolution && resolution.method === 'version-map' && annotation
    })
    expect(healed.resolution.status).toBe('exact')
    expect(wordsAt(healed, doc)).toBe('am Markt fehlen Bäume')
  })

  it('over a restart, and finds what changed meanwhile', async () => {
    const { id, doc, annotation } = await annotate('am Markt fehlen Bäume')
    textOf(doc, 1).insert(textOf(doc, 1).toString().indexOf('Bäume'), 'viele ')
    await town.restart()
    const changed = await until('it has been looked for', async () => {
      const standing = await annotationOf(id)
      return standing.resolution.status === 'changed' && standing
    })
    expect(wordsAt(changed, doc)).toBe('am Markt fehlen viele Bäume')
    expect(changed.target).toEqual(annotation.target)
  })
})

describe('an annotation whose passage is gone', () => {
  it('says so, and heals when the deletion is taken back', async () => {
    const { id, doc, annotation } = await annotate('am Markt fehlen Bäume')
    documentFragment(doc).delete(1, 1)
    const orphan = await becomes(id, 'orphaned')
    expect(orphan.target).toEqual(annotation.target)
    documentFragment(doc).insert(1, [paragraphOf(paragraphs[1] ?? '')])
    const healed = await becomes(id, 'exact')
    expect(wordsAt(healed, doc)).toBe('am Markt fehlen Bäume')
    expect(healed.target).toEqual(annotation.target)
  })

  it('does not go to the same words elsewhere', async () => {
    const { id, doc } = await annotate('fehlen Bäume')
    documentFragment(doc).insert(3, [paragraphOf('Auch im Norden, das sagen viele, fehlen Bäume.')])
    documentFragment(doc).delete(1, 1)
    expect((await becomes(id, 'orphaned')).resolution.status).toBe('orphaned')
  })
})

describe('everybody who follows', () => {
  it('hears when a passage is lost', async () => {
    const { id, doc } = await annotate('am Markt fehlen Bäume')
    const reader = await town.connect()
    await reader.emitWithAck('annotations:follow', { documentId: id, since: 1 })
    const heard = new Promise<Annotation>(resolve =>
      reader.once('annotation:changed', ({ annotation }) => resolve(annotation)),
    )
    documentFragment(doc).delete(1, 1)
    town.tellTextChanged(id)
    expect((await heard).resolution.status).toBe('orphaned')
    expect(town.failures).toEqual([])
  })
})
