import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import { type AnnotationId, BlockId, type DocumentId, type Slug } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type {
  ChangeLink,
  ComparedBlock,
  ComparedVersion,
  ComparisonFigures,
  ComparisonPage,
} from '@randnotiz/contract/publishing/comparison'
import { VersionName } from '@randnotiz/contract/publishing/version'
import type { ComparedRow } from '@randnotiz/document-schema/compare/compare-content'
import { versionNamed, versionsAround } from '@randnotiz/domain/publishing/versions'
import type { Comparisons } from '../versions/comparisons.js'
import { foldRows } from '../versions/fold-rows.js'
import type { VersionParts } from '../versions/parts.js'
import { sees, sightOfVersions, type VersionSight } from '../versions/sight.js'
import { readVersion, type VersionText } from '../versions/version-texts.js'

export type ComparisonParts = VersionParts & { comparisons: Comparisons }

export type ComparisonQuestion = {
  slug: Slug
  from?: VersionName | undefined
  to?: VersionName | undefined
  annotation?: AnnotationId | undefined
  show: 'changes' | 'all'
}

/** Two versions of a text side by side: what changed, and because of which contributions. */
export async function compareVersions(
  parts: ComparisonParts,
  question: ComparisonQuestion,
  viewer: Viewer,
): Promise<Result<ComparisonPage>> {
  const document = await parts.documents.bySlug(question.slug)
  if (document === null) return refuse('documents/unknown')
  const sight = await sightOfVersions(parts, document.id, viewer)
  const versions = await visibleVersions(parts, document.id, sight)
  const links = await parts.changeLinks(document.id)
  const asked = question.annotation === undefined ? question : aroundChange(question, { links, versions })
  const names = asked && chosen(versions, asked)
  if (!names) return refuse('publishing/unknown-version')
  if (!sees(sight, names.from) || !sees(sight, names.to)) return refuse('publishing/not-yet-public')
  const [from, to] = await Promise.all([
    readVersion(parts, document.id, names.from),
    readVersion(parts, document.id, names.to),
  ])
  if (from === null || to === null) return refuse('publishing/unknown-version')
  const because = linksBetween(links, from, to)
  const blocks = (await parts.comparisons.of(from, to)).map(row => blockOf(row, because))
  return accept({
    document,
    from: comparedVersion(from),
    to: comparedVersion(to),
    versions,
    rows: question.show === 'all' ? blocks.map(block => ({ row: 'block', block })) : foldRows(blocks),
    figures: figuresOf(blocks),
    because,
  })
}

async function visibleVersions(
  { releases, days }: VersionParts,
  documentId: DocumentId,
  sight: VersionSight,
): Promise<ComparedVersion[]> {
  const live: ComparedVersion = { version: VersionName.parse('live'), title: null, at: null }
  const published = (await releases.ofDocument(documentId)).map(
    ({ number, title, createdAt: at }): ComparedVersion => ({
      version: VersionName.parse(String(number)),
      title,
      at,
    }),
  )
  const kept = sight.days ? await days.ofDocument(documentId) : []
  const ends = kept.map(
    ({ day, changedAt }): ComparedVersion => ({
      version: VersionName.parse(day),
      title: null,
      at: changedAt.toISOString(),
    }),
  )
  const inOrder = [...published, ...ends].sort((a, b) => (b.at ?? '').localeCompare(a.at ?? ''))
  return [...(sight.live ? [live] : []), ...inOrder]
}

/** What nobody chose: the newest version, and the release before it. */
function chosen(
  versions: readonly ComparedVersion[],
  { from, to }: ComparisonQuestion,
): { from: VersionName; to: VersionName } | null {
  const last = to ?? versions[0]?.version
  const place = versions.findIndex(({ version }) => version === last)
  const first = from ?? versions.slice(place + 1).find(({ title }) => title !== null)?.version ?? last
  return first === undefined || last === undefined ? null : { from: first, to: last }
}

/** Null when that contribution has changed nothing. */
function aroundChange(
  question: ComparisonQuestion,
  { links, versions }: { links: readonly ChangeLink[]; versions: readonly ComparedVersion[] },
): ComparisonQuestion | null {
  const link = links.find(one => one.annotationId === question.annotation)
  if (link === undefined) return null
  const releases = versions.flatMap(({ version, at }) => {
    const named = versionNamed(version)
    return named.kind === 'release' && at !== null ? [{ number: named.number, createdAt: at }] : []
  })
  const { from, to } = versionsAround(releases, link.at)
  const name = (version: number | 'live') => VersionName.parse(String(version))
  return { ...question, from: name(from ?? to), to: name(to) }
}

function comparedVersion({ version, title, at }: VersionText): ComparedVersion {
  return { version, title, at }
}

/** Also where the older text is asked for second. */
export function linksBetween(
  links: readonly ChangeLink[],
  one: VersionText,
  other: VersionText,
): ChangeLink[] {
  const end = '9'
  const [start = '', stop = end] = [one.at ?? end, other.at ?? end].sort()
  return links.filter(({ at }) => start < at && at <= stop)
}

function blockOf(row: ComparedRow, links: readonly ChangeLink[]): ComparedBlock {
  const blockIds = row.blockIds.map(id => BlockId.parse(id))
  const because =
    row.kind === 'same' ? [] : links.filter(link => link.blockIds.some(id => blockIds.includes(id)))
  return { ...row, blockIds, because }
}

function figuresOf(blocks: readonly ComparedBlock[]): ComparisonFigures {
  const count = (kind: ComparedBlock['kind']) => blocks.filter(block => block.kind === kind).length
  const words = (of: 'wordsAdded' | 'wordsRemoved') => blocks.reduce((sum, block) => sum + block[of], 0)
  return {
    changed: count('changed'),
    added: count('added'),
    removed: count('removed'),
    moved: count('moved'),
    wordsAdded: words('wordsAdded'),
    wordsRemoved: words('wordsRemoved'),
  }
}
