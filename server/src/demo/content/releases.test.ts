import { readFile } from 'node:fs/promises'
import { contentOfUpdate } from '@randnotiz/document-schema/content/documents-of-content'
import { initialUpdate } from '@randnotiz/document-schema/from-markdown'
import { describe, expect, it } from 'vitest'
import { textWithPast } from '../text-with-past.js'
import { demoDocuments } from './documents.js'
import { demoPeople } from './people.js'
import { demoReleases, earlierWordings } from './releases.js'

const slugs = [...new Set(demoReleases.map(({ document }) => document))]

async function wordingsOf(slug: string): Promise<{ today: string; earlier: string[] }> {
  const file = demoDocuments.find(document => document.slug === slug)?.file ?? ''
  const today = await readFile(new URL(file, new URL('./', import.meta.url)), 'utf8')
  return { today, earlier: earlierWordings(slug, today) }
}

describe('releases of the demo', () => {
  it.each(slugs)('of %s are older wordings of the text, oldest first', async slug => {
    const { today, earlier } = await wordingsOf(slug)
    const releases = demoReleases.filter(({ document }) => document === slug)
    expect(new Set([...earlier, today]).size).toBe(releases.length + 1)
    const ages = releases.map(({ daysAgo }) => daysAgo)
    expect(ages).toEqual(ages.toSorted((a, b) => b - a))
  })

  it.each(slugs)('of %s lead to the text of today, with the names its blocks have', async slug => {
    const { today, earlier } = await wordingsOf(slug)
    const { past, now } = textWithPast(today, earlier, slug)
    expect(contentOfUpdate(now)).toEqual(contentOfUpdate(initialUpdate(today, slug)))
    expect(past).toHaveLength(earlier.length)
    expect(textWithPast(today, earlier, slug)).toEqual({ past, now })
  })

  it('name proposals that quote them and stand in the next wording, by people of the demo', async () => {
    const names = new Set(demoPeople.map(({ pseudonym }) => pseudonym))
    for (const { document, unlike, accepted = [], daysAgo } of demoReleases) {
      const { earlier } = await wordingsOf(document)
      for (const { quote, replacement, author, daysAgo: made, acceptedDaysAgo } of accepted) {
        expect(names.has(author)).toBe(true)
        expect(earlier.some(words => words.split(quote).length === 2)).toBe(true)
        expect(unlike.some(({ later }) => later.includes(replacement))).toBe(true)
        expect(daysAgo > made && made > acceptedDaysAgo).toBe(true)
      }
    }
  })
})
