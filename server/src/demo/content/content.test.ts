import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Pseudonym, Viewer } from '@randnotiz/contract/accounts/viewer'
import { AnnotationKind } from '@randnotiz/contract/annotations/kind'
import { DocumentSummary } from '@randnotiz/contract/documents/document'
import { Process } from '@randnotiz/contract/publishing/process'
import { describe, expect, it } from 'vitest'
import { demoAnnotations } from './annotations.js'
import { demoDocuments } from './documents.js'
import { demoCases } from './moderation.js'
import { demoCitizens, demoGuests, demoPeople, demoStaff } from './people.js'
import { demoProcess } from './process.js'

const seedFile = new URL('../../../../../shared/seed/startseite.txt', import.meta.url)

const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+(?:[-*.,][\p{L}\p{N}]+)*/gu) ?? []
const markdownOf = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8')

/** The blocks of a text as they read: one per heading, paragraph, list item, quote line or table cell. */
function blocksOf(markdown: string): string[] {
  return markdown
    .split('\n')
    .flatMap(line => (line.startsWith('|') ? line.split('|') : [line]))
    .map(line => line.replace(/^(#+ |- |> ?|\d+\. )/, '').trim())
    .filter(line => line !== '' && !/^-+$/.test(line))
    .map(withoutMarks)
}

function withoutMarks(line: string): string {
  return line
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/(?<!\\)\*+|^_|_$/g, '')
    .replaceAll('\\*', '*')
}

const texts = new Map(
  demoDocuments.map(document => {
    const markdown = markdownOf(document.file)
    return [document.slug, { document, markdown, blocks: blocksOf(markdown) }]
  }),
)

function textOf(slug: string) {
  const text = texts.get(slug)
  if (!text) throw new Error(`no document ${slug}`)
  return text
}

function occurrences(haystack: string, needle: string): number {
  return haystack.split(needle).length - 1
}

describe('documents', () => {
  it('are six building blocks and nine measures, numbered from one, each with a slug of its own', () => {
    const numbers = (kind: string) =>
      demoDocuments.filter(each => each.kind === kind).map(each => each.number)
    expect(numbers('buildingBlock')).toEqual([1, 2, 3, 4, 5, 6])
    expect(numbers('measure')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(texts.size).toBe(demoDocuments.length)
  })

  it('fit the contract', () => {
    const described = DocumentSummary.omit({ id: true, processId: true })
    for (const document of demoDocuments) expect(() => described.parse(document)).not.toThrow()
  })

  it('use every text file once', () => {
    const files = ['building-blocks', 'measures'].flatMap(folder =>
      readdirSync(new URL(folder, import.meta.url)).map(name => `${folder}/${name}`),
    )
    expect(demoDocuments.map(each => each.file).sort()).toEqual(files.sort())
  })

  it.each([...texts.values()])('$document.slug has the length of its kind', ({ document, blocks }) => {
    const [least, most] = document.kind === 'buildingBlock' ? [700, 1300] : [400, 900]
    const words = wordsOf(blocks.join('\n')).length
    expect(words).toBeGreaterThanOrEqual(least)
    expect(words).toBeLessThanOrEqual(most)
    for (const block of blocks) expect(wordsOf(block).length, block).toBeLessThanOrEqual(90)
  })

  it.each([...texts.values()])('$document.slug keeps to the Markdown we import', ({ markdown }) => {
    expect(markdown).not.toMatch(/^#(?!##? )/m)
    expect(markdown).not.toMatch(/<|`|^ +\S/m)
    expect(markdown, 'a gender star needs its backslash').not.toMatch(/\p{L}\*\p{L}/u)
    for (const [, target = ''] of markdown.matchAll(/\]\(([^)]*)\)/g)) {
      expect(target).toMatch(/^\/texte\//)
      expect(texts.has(target.replace('/texte/', '')), target).toBe(true)
    }
  })

  it.each([...texts.values()])('$document.slug says that it is an illustration', ({ blocks }) => {
    expect(blocks.at(-1)).toContain('Veranschaulichung und kein Angebot der Stadt')
  })
})

describe('people', () => {
  it('have names and addresses of their own that reach nobody', () => {
    expect(new Set(demoPeople.map(each => each.pseudonym)).size).toBe(demoPeople.length)
    expect(new Set(demoPeople.map(each => each.email)).size).toBe(demoPeople.length)
    for (const { email, pseudonym } of demoPeople) {
      expect(email).toMatch(/^[a-z0-9-]+@example\.org$/)
      expect(Pseudonym.parse(pseudonym)).toBe(pseudonym)
    }
  })

  it('fill every role', () => {
    const roles = demoStaff.map(each => each.role).sort()
    expect(roles).toEqual(['admin', 'editor', 'editor', 'facilitator', 'moderator'])
    expect(demoCitizens).toHaveLength(14)
  })

  it('have carets in colours that Viewer accepts', () => {
    for (const { role, pseudonym, colour } of demoStaff) {
      const viewer = { kind: 'account', id: '0'.repeat(24), pseudonym, role, colour }
      expect(() => Viewer.parse(viewer)).not.toThrow()
    }
  })
})

describe('process', () => {
  it('fits the contract', () => {
    expect(() => Process.omit({ id: true }).parse(demoProcess)).not.toThrow()
  })

  it('has phases without gaps', () => {
    const { phases } = demoProcess
    phases.slice(1).forEach((phase, index) => {
      expect(phase.startsAt).toBe(phases[index]?.endsAt)
    })
  })

  it('is open for annotations in 2026 and 2027, and its oldest annotation falls into that phase', () => {
    const open = demoProcess.phases.filter(phase => phase.allows.annotate)
    const oldest = Math.max(...demoAnnotations.map(each => each.daysAgo))
    expect(open.map(phase => phase.key)).toEqual(['beteiligung-am-arbeitsstand'])
    const firstContribution = Date.parse('2025-12-31T23:00:00Z') - oldest * 86_400_000
    expect(Date.parse(open[0]?.startsAt ?? '')).toBeLessThanOrEqual(firstContribution)
    expect(Date.parse(open[0]?.endsAt ?? '')).toBeGreaterThan(Date.parse('2027-12-31T23:00:00Z'))
  })
})

describe('annotations', () => {
  it('are 45 to 70 on at least ten texts, of every kind, some texts with eight or more', () => {
    const counts = demoDocuments.map(
      ({ slug }) => demoAnnotations.filter(each => each.document === slug).length,
    )
    expect(demoAnnotations.length).toBeGreaterThanOrEqual(45)
    expect(demoAnnotations.length).toBeLessThanOrEqual(70)
    expect(counts.filter(count => count > 0).length).toBeGreaterThanOrEqual(10)
    expect(counts.filter(count => count >= 8).length).toBeGreaterThanOrEqual(2)
    expect(new Set(demoAnnotations.map(each => each.kind))).toEqual(new Set(AnnotationKind.options))
  })

  it.each([...demoAnnotations, ...demoCases])('$document has $quote once, within one block', annotation => {
    const { blocks } = textOf(annotation.document)
    expect(occurrences(blocks.join('\n'), annotation.quote)).toBe(1)
    expect(blocks.filter(block => block.includes(annotation.quote))).toHaveLength(1)
  })

  it('overlap in several places', () => {
    const spans = demoAnnotations.map(({ document, quote }) => {
      const start = textOf(document).blocks.join('\n').indexOf(quote)
      return { document, start, end: start + quote.length }
    })
    const pairs = spans.flatMap((a, index) =>
      spans.slice(index + 1).filter(b => a.document === b.document && a.start < b.end && b.start < a.end),
    )
    expect(pairs.length).toBeGreaterThanOrEqual(5)
  })

  it('and their replies are written by people of the demo, one after the other', () => {
    const known = new Set(demoPeople.map(each => each.pseudonym))
    const citizens = new Set([...demoCitizens.map(each => each.pseudonym), ...demoGuests])
    for (const { author, daysAgo, replies = [] } of demoAnnotations) {
      expect(citizens.has(author), author).toBe(true)
      let before = daysAgo
      for (const reply of replies) {
        expect(known.has(reply.author), reply.author).toBe(true)
        expect(reply.daysAgo).toBeGreaterThanOrEqual(1)
        expect(reply.daysAgo).toBeLessThanOrEqual(before)
        before = reply.daysAgo
      }
    }
  })

  it('say something, and not too much', () => {
    for (const { body } of demoAnnotations) {
      const words = wordsOf(body).length
      expect(words, body).toBeGreaterThanOrEqual(10)
      expect(words, body).toBeLessThanOrEqual(90)
    }
  })

  it('propose a wording that differs from the quote', () => {
    for (const annotation of demoAnnotations) {
      if (annotation.kind === 'wording') expect(annotation.replacement).not.toBe(annotation.quote)
    }
  })
})

describe('our own words', () => {
  const eightInARow = (text: string) => {
    const words = wordsOf(text.toLowerCase())
    return words.slice(7).map((_, index) => words.slice(index, index + 8).join(' '))
  }

  it('share no eight words in a row with the seed page', ({ skip }) => {
    if (!existsSync(seedFile)) skip('the seed page is not beside this repository')
    const seed = new Set(eightInARow(readFileSync(seedFile, 'utf8')))
    const ours = [
      ...[...texts.values()].flatMap(each => each.blocks),
      ...demoAnnotations.flatMap(each => [each.body, ...(each.replies ?? []).map(reply => reply.body)]),
      JSON.stringify(demoProcess, null, 1),
      JSON.stringify(demoDocuments, null, 1),
    ]
    expect(ours.flatMap(eightInARow).filter(run => seed.has(run))).toEqual([])
  })
})
