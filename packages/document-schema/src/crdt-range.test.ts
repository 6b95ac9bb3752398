// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  type CrdtRange,
  createCrdtRange,
  isCrdtRange,
  type ResolvedCrdtRange,
  resolveCrdtRange,
} from './crdt-range.js'
import { type FlatIndex, indexFlatText } from './flat-text.js'
import { documentFragment } from './fragment.js'
import { initialUpdate } from './from-markdown.js'
import { connect, EditorReplica } from './testing/editor-replica.js'

const markdown = `Am Anfang steht ein Absatz.

Die Stadt baut sichere Radwege in allen Ortsteilen. Danach folgt mehr.

Am Ende steht noch einer.`

const quote = 'sichere Radwege'

const open: EditorReplica[] = []
afterEach(() => {
  for (const replica of open.splice(0)) replica.destroy()
})

function openEditor(clientId: number, update = initialUpdate(markdown, 'crdt')): EditorReplica {
  const replica = new EditorReplica({ update, clientId })
  open.push(replica)
  return replica
}

const indexOf = (doc: Y.Doc): FlatIndex => indexFlatText(documentFragment(doc))

function rangeOf(index: FlatIndex, text: string): CrdtRange {
  const start = index.text.indexOf(text)
  const range = createCrdtRange(index, { start, end: start + text.length })
  if (range === null) throw new Error(`no range for "${text}"`)
  return range
}

/** A second staff member and a server beside the first; the range is resolved on all three and must agree. */
function scene() {
  const [staff, other] = [openEditor(501), openEditor(502)]
  const server = new Y.Doc()
  const cut = connect(staff.doc, server)
  connect(other.doc, server)
  const range = rangeOf(indexOf(server), quote)
  const resolve = (): ResolvedCrdtRange => {
    const results = [staff.doc, other.doc, server].map(doc => resolveCrdtRange(indexOf(doc), range))
    expect(results[1]).toEqual(results[0])
    expect(results[2]).toEqual(results[0])
    return results[0] ?? { kind: 'gone' }
  }
  return { staff, other, server, range, resolve, cut }
}

type Operation = (staff: EditorReplica) => unknown

const type = (staff: EditorReplica, at: number, text: string) =>
  staff.editor.commands.insertContentAt(at, text)
const remove = (staff: EditorReplica, text: string) => staff.editor.commands.deleteRange(staff.find(text))
const at = (staff: EditorReplica, position: number) => staff.editor.chain().setTextSelection(position)
const before = (staff: EditorReplica, text = quote) => at(staff, staff.find(text).from)

/** From and to of the paragraph that holds the quote, its own borders included. */
function paragraph(staff: EditorReplica): { from: number; to: number } {
  const inside = staff.editor.state.doc.resolve(staff.find(quote).from)
  return { from: inside.before(), to: inside.after() }
}

function moveParagraphUp({ editor }: EditorReplica, { from, to }: { from: number; to: number }): void {
  const { content } = editor.state.doc.slice(from, to)
  editor.view.dispatch(editor.state.tr.delete(from, to).insert(0, content))
}

function replaceBothSides(staff: EditorReplica): void {
  const { editor } = staff
  const [left, right] = [staff.find('Die Stadt baut '), staff.find(' in allen Ortsteilen.')]
  const tr = editor.state.tr.insertText(' überall.', right.from, right.to)
  editor.view.dispatch(tr.insertText('Wir bauen ', left.from, left.to))
}

/**
 * Operation, and what is left of the range: its text while it is alive, else the kind and the candidate's text. Half
 * of them kill it although the words still stand there: that is Yjs, and why nobody may rely on ranges alone.
 */
const operations: Readonly<Record<string, readonly [Operation, string]>> = {
  'typing at the start of the document': [staff => type(staff, 1, 'Neu. '), quote],
  'typing before': [staff => type(staff, staff.find(quote).from, 'ganz '), quote],
  'typing inside': [staff => type(staff, staff.find('Radwege').from, 'neue '), 'sichere neue Radwege'],
  'typing behind': [staff => type(staff, staff.find(quote).to, 'netze'), quote],
  'deleting its beginning': [staff => remove(staff, 'sichere '), 'damaged: Radwege'],
  'deleting its end': [staff => remove(staff, ' Radwege'), 'damaged: sichere '],
  'deleting its middle': [staff => remove(staff, 're Rad'), 'sichewege'],
  'deleting it': [staff => remove(staff, quote), 'gone'],
  'deleting it, undo': [staff => [remove(staff, quote), staff.undo()], 'gone'],
  'deleting it, undo, redo': [staff => [remove(staff, quote), staff.undo(), staff.redo()], 'gone'],
  'deleting its paragraph': [staff => staff.editor.commands.deleteRange(paragraph(staff)), 'gone'],
  'splitting before': [staff => before(staff).splitBlock().run(), 'gone'],
  'splitting inside': [staff => before(staff, 'Radwege').splitBlock().run(), 'damaged: sichere '],
  'splitting behind': [staff => at(staff, staff.find(quote).to).splitBlock().run(), quote],
  'joining with the paragraph above': [
    staff => before(staff, 'Die Stadt').joinTextblockBackward().run(),
    'gone',
  ],
  'joining with the paragraph below': [
    staff => before(staff, 'Am Ende').joinTextblockBackward().run(),
    quote,
  ],
  'paragraph to heading': [staff => before(staff).setHeading({ level: 2 }).run(), 'gone'],
  'paragraph to heading and back': [
    staff => [before(staff).setHeading({ level: 2 }).run(), staff.editor.commands.setParagraph()],
    'gone',
  ],
  'paragraph to list': [staff => before(staff).toggleBulletList().run(), 'gone'],
  'paragraph to quote': [staff => before(staff).toggleBlockquote().run(), 'gone'],
  'bold over half of it': [
    staff => staff.editor.chain().setTextSelection(staff.find('sichere')).toggleBold().run(),
    quote,
  ],
  'cut and paste up': [staff => [remove(staff, quote), type(staff, 1, quote)], 'gone'],
  'cut and paste down': [
    staff => [remove(staff, quote), type(staff, staff.find('noch').from, quote)],
    'gone',
  ],
  'dragging the paragraph up': [staff => moveParagraphUp(staff, paragraph(staff)), quote],
  copying: [staff => type(staff, 1, quote), quote],
  'replacing left and right at once': [replaceBothSides, 'gone'],
  'a hard break before': [staff => before(staff).setHardBreak().run(), 'gone'],
  'a hard break inside': [staff => before(staff, 'Radwege').setHardBreak().run(), 'damaged: sichere '],
  'a table inserted': [staff => before(staff, 'Am Ende').insertTable({ rows: 2, cols: 2 }).run(), quote],
  'the same content set again': [staff => staff.editor.commands.setContent(staff.editor.getJSON()), quote],
  'another text set': [staff => staff.editor.commands.setContent('<p>Ganz anderer Text.</p>'), 'gone'],
}

function described(result: ResolvedCrdtRange, { text }: FlatIndex): string {
  if (result.kind === 'alive') return result.text
  if (result.kind === 'gone' || result.candidate === undefined) return result.kind
  return `damaged: ${text.slice(result.candidate.start, result.candidate.end)}`
}

describe('a range over the operations of an editor, the same for everybody', () => {
  it.each(Object.keys(operations))('%s', name => {
    const [operation, expected] = operations[name] ?? [() => {}, '']
    const { staff, server, resolve } = scene()
    operation(staff)
    const index = indexOf(server)
    const result = resolve()
    expect(described(result, index)).toBe(expected)
    if (result.kind === 'alive') expect(index.text.slice(result.start, result.end)).toBe(result.text)
  })

  it('two that were offline and merge late', () => {
    const { staff, other, server, range, cut } = scene()
    cut()
    type(staff, staff.find('Radwege').from, 'breite ')
    type(staff, staff.find('Am Anfang').from, 'Neu. ')
    type(other, other.find('Radwege').from, 'gute ')
    remove(other, 'Die Stadt baut ')
    connect(staff.doc, server)
    const results = [staff.doc, other.doc, server].map(doc => resolveCrdtRange(indexOf(doc), range))
    expect(results[0]).toMatchObject({ kind: 'alive' })
    expect(results[0]?.kind === 'alive' && results[0].text).toMatch(
      /^sichere (breite gute|gute breite) Radwege$/,
    )
    expect(results[1]).toEqual(results[0])
    expect(results[2]).toEqual(results[0])
  })

  it('a range that has not arrived yet is gone, not a crash', () => {
    const staff = openEditor(501)
    const late = openEditor(502)
    type(staff, 1, 'Neues Wort')
    expect(resolveCrdtRange(indexOf(late.doc), rangeOf(indexOf(staff.doc), 'Neues Wort'))).toEqual({
      kind: 'gone',
    })
  })

  it('alive with the same words is no proof: they can come to stand in a sentence that says the opposite', () => {
    const { staff, server } = scene()
    const range = rangeOf(indexOf(server), 'mehr')
    staff.editor.commands.setContent('<p>Am Anfang.</p><p>Gebaut wird nie mehr.</p><p>Am Ende.</p>')
    expect(resolveCrdtRange(indexOf(server), range)).toMatchObject({ kind: 'alive', text: 'mehr' })
  })
})

describe('making a range', () => {
  const index = indexOf(docWith('eins\n\nzwei 👩🏽‍🌾 drei'))

  it.each([
    ['empty', 2, 2],
    ['backwards', 3, 2],
    ['before the start', -1, 2],
    ['beyond the end', 0, 1_000],
    ['not a number', Number.NaN, 2],
    ['only a line break', 4, 5],
    ['cutting a character in half at its start', index.text.indexOf('👩') + 1, index.text.length],
    ['cutting a character in half at its end', 0, index.text.indexOf('👩') + 1],
  ])('refuses %s', (_, start, end) => {
    expect(createCrdtRange(index, { start, end })).toBeNull()
  })

  it('does not bind line breaks at the edges', () => {
    const range = createCrdtRange(index, { start: 4, end: 9 })
    expect(range && resolveCrdtRange(index, range)).toEqual({ kind: 'alive', start: 5, end: 9, text: 'zwei' })
  })

  it('spans blocks', () => {
    const range = createCrdtRange(index, { start: 2, end: 7 })
    expect(range && resolveCrdtRange(index, range)).toMatchObject({ kind: 'alive', text: 'ns\nzw' })
  })

  it('refuses what is not a range', () => {
    const { start, end } = rangeOf(index, 'eins')
    expect(isCrdtRange({ start, end })).toBe(true)
    const foreign = ['', '!', 'AA==', end, `${start}AAAA`.repeat(9), btoa('\u0001\u0007default\u0000')]
    for (const wrong of foreign) {
      expect(isCrdtRange({ start: wrong, end }), wrong).toBe(false)
      expect(resolveCrdtRange(index, { start: wrong, end }).kind, wrong).not.toBe('alive')
    }
    expect(isCrdtRange({ start: end, end: start })).toBe(false)
  })
})

function docWith(text: string): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, initialUpdate(text, 'ranges'))
  return doc
}
