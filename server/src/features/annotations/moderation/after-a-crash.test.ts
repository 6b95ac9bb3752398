import { randomUUID } from 'node:crypto'
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { CommandId, type DocumentId, UserId } from '@randnotiz/contract/kit/ids'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accepted, creation, openTown, type Town } from '../testing/town.js'
import { AuditLog } from './storage/audit-log.js'
import { DecisionStore } from './storage/decision-store.js'
import { moderationModels } from './storage/models.js'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(async () => {
  expect(town.failures).toEqual([])
  await town.close()
})

const moderator = UserId.parse('4'.repeat(24))

async function write(documentId: DocumentId): Promise<Annotation> {
  const socket = await town.connect('Ulme')
  return accepted(await socket.emitWithAck('annotation:create', creation(documentId)))
}

async function standing(documentId: DocumentId): Promise<Annotation | undefined> {
  const socket = await town.connect('Ulme')
  const page = await socket.emitWithAck('annotations:follow', { documentId, since: 0 })
  return page.ok ? page.value.annotations[0] : undefined
}

/** As a process leaves it that died right after the decision was written. */
async function decideAndDie(documentId: DocumentId, annotation: Annotation) {
  const decision = await new DecisionStore(moderationModels(town.connection)).insert({
    annotationId: annotation.id,
    replyId: null,
    documentId,
    authorId: annotation.author.id,
    moderatorId: moderator,
    commandId: CommandId.parse(randomUUID()),
    at: new Date(),
    verdict: { kind: 'hide', rule: 'insult', facts: 'Darum.', duration: { lasts: 'for-good' } },
    from: 'published',
    edition: 1,
    origin: 'own-initiative',
    words: annotation.body ?? '',
  })
  if (decision === null) throw new Error('no decision')
  return decision
}

const decisionsOf = () => new DecisionStore(moderationModels(town.connection))

describe('a decision that a crash has interrupted', () => {
  it('is carried out at the next start, its author is told once, and the log has it once', async () => {
    const { id } = town.addDocument('Am Markt')
    const annotation = await write(id)
    const { _id: decisionId } = await decideAndDie(id, annotation)
    await town.restart()
    expect((await standing(id))?.publication).toMatchObject({ state: 'hidden', decisionId })
    await town.restart()
    const told = town.told.filter(({ key }) => key === `decision:${decisionId}`)
    expect(told).toMatchObject([
      { personId: annotation.author.id, event: { kind: 'moderated', result: 'hidden' } },
    ])
    const log = await new AuditLog(moderationModels(town.connection)).before(null, 100)
    expect(log.filter(({ why }) => why === 'insult: Darum.')).toHaveLength(1)
    expect(await decisionsOf().unfinished()).toEqual([])
  })

  it('counts for nothing when another was faster meanwhile', async () => {
    const { id } = town.addDocument('Am Markt')
    const annotation = await write(id)
    const first = await decideAndDie(id, annotation)
    const second = await decideAndDie(id, annotation)
    await town.restart()
    expect((await standing(id))?.publication).toMatchObject({ decisionId: first._id })
    expect(await decisionsOf().byId(second._id)).toMatchObject({ void: true })
    expect(town.told.map(({ key }) => key)).not.toContain(`decision:${second._id}`)
  })
})
