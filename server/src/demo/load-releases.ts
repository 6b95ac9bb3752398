import { readFile } from 'node:fs/promises'
import type { Accounts } from '../features/accounts/index.js'
import type { Annotations } from '../features/annotations/index.js'
import type { Publishing } from '../features/publishing/index.js'
import type { Clock } from '../platform/clock.js'
import { authorsOf } from './authors-of.js'
import { demoDocuments } from './content/documents.js'
import { earlierWordings, releasesOf } from './content/releases.js'
import { daysBefore } from './days-before.js'
import { demoCommandId, demoDocumentId } from './demo-ids.js'
import { textWithPast } from './text-with-past.js'

type ReleaseParts = { accounts: Accounts; publishing: Publishing; annotations: Annotations; clock: Clock }

/** Has published what had been published. */
const demoEditor = 'Mira Aldinger'

const content = new URL('../../src/demo/content/', import.meta.url)

/** What had been published before, and the contributions that changed it since. */
export async function loadReleases({
  accounts,
  publishing,
  annotations,
  clock,
}: ReleaseParts): Promise<void> {
  const authorOf = authorsOf({ accounts })
  const now = clock.now()
  const editor = await authorOf(demoEditor)
  const load = async (slug: string) => {
    const releases = releasesOf(slug)
    const file = demoDocuments.find(document => document.slug === slug)?.file
    if (releases.length === 0 || file === undefined) return
    const markdown = await readFile(new URL(file, content), 'utf8')
    const documentId = demoDocumentId(slug)
    const { past } = textWithPast(markdown, earlierWordings(slug, markdown), documentId)
    for (const [place, { title, summary, daysAgo, accepted = [] }] of releases.entries()) {
      const [number, update] = [place + 1, past[place] ?? new Uint8Array()]
      const commandId = demoCommandId(`${slug} release ${number}`)
      const createdAt = daysBefore(now, daysAgo, number)
      const release = { documentId, commandId, authorId: editor, number, title, summary, createdAt, update }
      await publishing.versions.importRelease(release)
      for (const [spread, proposal] of accepted.entries())
        await annotations.importAnnotation({
          commandId: demoCommandId(`${slug} ${proposal.author} ${proposal.quote}`),
          documentId,
          kind: 'wording',
          quote: proposal.quote,
          body: proposal.body,
          replacement: proposal.replacement,
          authorId: await authorOf(proposal.author),
          createdAt: daysBefore(now, proposal.daysAgo, spread),
          madeIn: { release: number, update },
          acceptedAt: daysBefore(now, proposal.acceptedDaysAgo, spread),
          replies: [],
        })
    }
  }
  await Promise.all(demoDocuments.map(({ slug }) => load(slug)))
}
