/** Atom (RFC 4287) as text. Everything that comes in is escaped; signs that XML cannot hold are left out. */
export type AtomEntry = {
  /** IRI for life. */
  id: string
  title: string
  link: string
  published: string
  updated: string
  content: string
}

export type AtomFeed = {
  id: string
  title: string
  subtitle: string
  /** Who speaks: a site, no person. */
  author: string
  language: string
  self: string
  page: string
  rights: string
  updated: string
  entries: readonly AtomEntry[]
}

export function atomFeed(feed: AtomFeed): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(feed.language)}">
<id>${xml(feed.id)}</id>
<title>${xml(feed.title)}</title>
<subtitle>${xml(feed.subtitle)}</subtitle>
<updated>${xml(feed.updated)}</updated>
<author><name>${xml(feed.author)}</name></author>
<rights>${xml(feed.rights)}</rights>
<link rel="self" type="application/atom+xml" href="${xml(feed.self)}"/>
<link rel="alternate" type="text/html" href="${xml(feed.page)}"/>
${feed.entries.map(atomEntry).join('')}</feed>
`
}

function atomEntry({ id, title, link, published, updated, content }: AtomEntry): string {
  return `<entry>
<id>${xml(id)}</id>
<title>${xml(title)}</title>
<link rel="alternate" type="text/html" href="${xml(link)}"/>
<published>${xml(published)}</published>
<updated>${xml(updated)}</updated>
<content type="text">${xml(content)}</content>
</entry>
`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Characters that XML 1.0 has no way to write, not even escaped. */
const unwritable =
  /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu

const xml = (text: string) =>
  text.replace(unwritable, '').replace(/[&<>"]/g, character => entities[character] ?? character)
