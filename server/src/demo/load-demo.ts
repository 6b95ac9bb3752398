import { readFile } from 'node:fs/promises'
import type { Role } from '@randnotiz/contract/accounts/role'
import { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { UserId } from '@randnotiz/contract/kit/ids'
import type { Connection } from 'mongoose'
import type { Accounts, Notifications } from '../features/accounts/index.js'
import type { Annotations, ImportedAnnotation } from '../features/annotations/index.js'
import type { Answers } from '../features/answers/index.js'
import type { Documents } from '../features/documents/index.js'
import type { Publishing } from '../features/publishing/index.js'
import type { Clock } from '../platform/clock.js'
import { withLease } from '../platform/mongo/lease.js'
import { demoAccounts } from './accounts.js'
import { authorsOf } from './authors-of.js'
import type { DemoAnnotation } from './content/annotations/demo-annotation.js'
import { demoAnnotations } from './content/annotations.js'
import type { DemoDocument } from './content/documents/demo-document.js'
import { demoDocuments, demoPlainTexts } from './content/documents.js'
import { demoCases } from './content/moderation.js'
import { demoGuests, demoPeople } from './content/people.js'
import { demoProcess } from './content/process.js'
import { earlierWordings } from './content/releases.js'
import { daysBefore } from './days-before.js'
import { demoCommandId, demoDocumentId, demoProcessId } from './demo-ids.js'
import { loadAnswers } from './load-answers.js'
import { loadNews } from './load-news.js'
import { loadReleases } from './load-releases.js'
import { openLoadingMark } from './loading-mark.js'
import { textWithPast } from './text-with-past.js'

export type DemoParts = {
  connection: Connection
  accounts: Accounts
  notifications: Notifications
  documents: Documents
  publishing: Publishing
  annotations: Annotations
  answers: Answers
  clock: Clock
}

/**
 * Fills an empty database with the demo process, its texts, its people and their annotations. A mark says that loading
 * has begun; a start that was killed in between goes on at the next, and every step does nothing when it was done.
 * Answers whether the demo is in this database.
 */
export function loadDemo(parts: DemoParts): Promise<boolean> {
  return withLease(parts.connection, 'demo', async () => {
    const mark = openLoadingMark(parts.connection)
    const stage = await mark.read()
    if (stage === 'loaded') return true
    if (stage === null && !(await parts.publishing.isEmpty())) return false
    await mark.write('loading')
    await Promise.all(demoAccounts.map(account => parts.accounts.create(account)))
    await trustAddresses(parts)
    for (const pseudonym of demoGuests) await parts.accounts.createGuest(pseudonym)
    await loadDocuments(parts)
    await loadReleases(parts)
    await loadNews(parts)
    await loadAnnotations(parts)
    await loadAnswers(parts)
    await loadCases(parts)
    await mark.write('loaded')
    return true
  })
}

/** Nobody reads mail at these addresses, and nobody has to confirm them. */
async function trustAddresses({ accounts, notifications }: DemoParts): Promise<void> {
  for (const { pseudonym } of demoPeople) {
    const author = await accounts.authorByPseudonym(pseudonym)
    if (author) await notifications.trustAddress(author.id)
  }
}

const content = new URL('../../src/demo/content/', import.meta.url)

async function loadDocuments({ documents, publishing }: DemoParts): Promise<void> {
  const processId = demoProcessId(demoProcess.slug)
  const load = async ({ file, ...document }: DemoDocument) => {
    const id = demoDocumentId(document.slug)
    const markdown = await readFile(new URL(file, content), 'utf8')
    const { now } = textWithPast(markdown, earlierWordings(document.slug, markdown), id)
    await documents.create({ leewayText: null, ...document, id, processId }, now)
  }
  await Promise.all(demoDocuments.map(load))
  await loadPlainTexts(documents)
  await publishing.createProcess({ ...demoProcess, id: processId })
}

/** Some texts are there in plain language too, German and English. There is no video in sign language: it would be a pretence. */
async function loadPlainTexts(documents: Documents): Promise<void> {
  for (const slug of demoPlainTexts)
    for (const [language, ending] of [['de', 'md'] as const, ['en', 'en.md'] as const]) {
      const markdown = await readFile(new URL(`plain/${slug}.${ending}`, content), 'utf8')
      await documents.setPlainText(demoDocumentId(slug), { language, markdown })
    }
}

/** Whom the moderators of the demo have to do with. Each step does nothing when it was done. */
async function loadCases(parts: DemoParts): Promise<void> {
  const now = parts.clock.now()
  const authorOf = authorsOf(parts)
  const moderator = await viewerOf(parts, 'Ulrike Hasenpusch', 'moderator')
  const { moderation, importAnnotation } = parts.annotations
  for (const [number, example] of demoCases.entries()) {
    const imported = await toImport(example, { number, now, authorOf })
    const since = now.toISOString()
    const held = example.case === 'held' && { state: 'held' as const, since, reasons: example.reasons }
    const { id: annotationId } = await importAnnotation({
      ...imported,
      ...(held ? { publication: held } : {}),
    })
    const subject = { annotationId, replyId: null }
    const commandId = demoCommandId(`case ${number}`)
    if (example.case === 'reported') {
      const { rule, explanation } = example
      const report = { commandId, subject, rule, explanation, email: null, website: '' }
      await moderation.report(report, { viewer: { kind: 'anonymous' }, language: 'de' })
    }
    if (example.case !== 'hidden') continue
    const { verdict, objection } = example
    const decided = await moderation.decide({ commandId, subject, edition: 1, verdict }, moderator)
    if (!decided.ok || objection === null) continue
    const author = await viewerOf(parts, example.author, 'participant')
    await moderation.object({ decisionId: decided.value.id, text: objection }, author)
  }
}

async function viewerOf({ accounts }: DemoParts, pseudonym: string, role: Role): Promise<Viewer> {
  const id = await authorsOf({ accounts })(pseudonym)
  return Viewer.parse({ kind: 'account', id, pseudonym, role, colour: '#333333' })
}

/** Texts side by side, the annotations of one text one after the other. */
async function loadAnnotations({ accounts, annotations, clock }: DemoParts): Promise<void> {
  const now = clock.now()
  const authorOf = authorsOf({ accounts })
  const load = async (slug: string) => {
    for (const [number, annotation] of demoAnnotations.entries())
      if (annotation.document === slug)
        await annotations.importAnnotation(await toImport(annotation, { number, now, authorOf }))
  }
  await Promise.all(demoDocuments.map(({ slug }) => load(slug)))
}

type ImportContext = { number: number; now: Date; authorOf(pseudonym: string): Promise<UserId> }

async function toImport(
  annotation: DemoAnnotation,
  { number, now, authorOf }: ImportContext,
): Promise<ImportedAnnotation> {
  const name = `${annotation.document} ${annotation.author} ${annotation.quote}`
  const replies = (annotation.replies ?? []).map(async ({ author, body, daysAgo }, position) => ({
    commandId: demoCommandId(`${name} reply ${position}`),
    authorId: await authorOf(author),
    body,
    createdAt: daysBefore(now, daysAgo, number + position + 1),
  }))
  return {
    commandId: demoCommandId(name),
    documentId: demoDocumentId(annotation.document),
    kind: annotation.kind,
    quote: annotation.quote,
    body: annotation.body,
    reason: annotation.reason ?? null,
    instead: annotation.instead ?? null,
    replacement: annotation.kind === 'wording' ? annotation.replacement : null,
    authorId: await authorOf(annotation.author),
    createdAt: daysBefore(now, annotation.daysAgo, number),
    replies: await Promise.all(replies),
  }
}
