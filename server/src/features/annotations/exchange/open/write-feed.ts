import { openAddress } from '@randnotiz/contract/annotations/exchange/addresses'
import type { Language } from '@randnotiz/contract/kit/wire-values'
import type { PublicNews } from '@randnotiz/contract/publishing/news'
import { type AtomEntry, atomFeed } from '@randnotiz/domain/annotations/exchange/atom-feed'
import type { PublicContribution } from '@randnotiz/domain/annotations/exchange/public-contribution'
import type { DeedParts } from '../../deeds/parts.js'
import { embedTexts } from '../embed-texts.js'
import { contributionsForFiles } from '../read-contributions.js'
import type { Whole } from './whole.js'

/** So many contributions a feed holds. */
const mostEntries = 50

const words: Record<Language, { feed: string; withdrawn: string; on(kind: string, title: string): string }> =
  {
    de: { feed: 'Neue Beiträge', withdrawn: 'Zurückgezogen', on: (kind, title) => `${kind} zu „${title}“` },
    en: { feed: 'New contributions', withdrawn: 'Withdrawn', on: (kind, title) => `${kind} on “${title}”` },
  }

/** The newest contributions, and the news of a process, as an Atom feed; like all open data without names. */
export async function writeFeed(parts: DeedParts, whole: Whole, language: Language): Promise<string> {
  const base = parts.siteAddress()
  const { feed, on } = words[language]
  const { kinds } = embedTexts[language]
  const titles = new Map(whole.documents.map(({ id, slug, title }) => [id, { slug, title: title[language] }]))
  const records = await parts.annotations.newest([...titles.keys()], mostEntries)
  const contributions = await contributionsForFiles(parts, records)
  const news = whole.news.map(item => newsEntry(item, { base, language }))
  const written = contributions.flatMap(contribution => {
    const document = titles.get(contribution.target.documentId)
    if (document === undefined) return []
    const { id, createdAt, editedAt } = contribution
    return {
      id: base + openAddress.annotation(id),
      title: on(kinds[contribution.kind], document.title),
      link: `${base}${openAddress.reader(document.slug)}#anmerkung-${id}`,
      published: createdAt,
      updated: editedAt ?? createdAt,
      content: contentOf(contribution),
    }
  })
  const entries = [...news, ...written].toSorted((a, b) => b.published.localeCompare(a.published))
  return atomFeed({
    id: `${base}${whole.path}/feed.atom`,
    self: `${base}${whole.path}/feed.atom?lang=${language}`,
    page: base + whole.page,
    title: `${feed}: ${whole.title[language]}`,
    subtitle: whole.title[language],
    author: 'Randnotiz',
    language,
    rights: parts.licence,
    updated: newestOf(entries.map(({ updated }) => updated)) ?? beginning,
    entries,
  })
}

/** A news item; one that was withdrawn says so, since readers keep what they have got. */
function newsEntry(news: PublicNews, { base, language }: { base: string; language: Language }): AtomEntry {
  const link = `${base}/neuigkeiten/${news.id}`
  const { publishedAt: published } = news
  if (news.state === 'withdrawn') {
    const title = `${words[language].withdrawn}: ${news.headline[language]}`
    return { id: link, title, link, published, updated: news.withdrawnAt, content: news.note[language] }
  }
  const { headline, teaser } = (language === 'en' ? news.words.en : null) ?? news.words.de
  return { id: link, title: headline, link, published, updated: news.changedAt ?? published, content: teaser }
}

/** A feed that never had an entry was last updated when feeds began. */
const beginning = '2000-01-01T00:00:00.000Z'

const newestOf = (moments: readonly string[]) => moments.toSorted().at(-1)

function contentOf({ target, body, reason, instead, replacement }: PublicContribution): string {
  const quote = target.kind === 'passage' ? `„${target.quote.exact}“` : null
  return [quote, body, reason, instead, replacement && `→ ${replacement}`]
    .filter(part => part !== null && part !== '')
    .join('\n\n')
}
