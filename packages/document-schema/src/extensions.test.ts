// @vitest-environment happy-dom
import { generateJSON } from '@tiptap/html'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { editorExtensions } from './extensions.js'
import { flatText } from './flat-text.js'
import { documentFragment } from './fragment.js'
import { initialUpdate } from './from-markdown.js'
import { connect, EditorReplica } from './testing/editor-replica.js'

const open: EditorReplica[] = []
afterEach(() => {
  for (const replica of open.splice(0)) replica.destroy()
})

function openEditor(options: { markdown?: string; editable?: boolean }): EditorReplica {
  const update =
    options.markdown === undefined
      ? Y.encodeStateAsUpdate(new Y.Doc())
      : initialUpdate(options.markdown, 'extensions')
  const replica = new EditorReplica({
    update,
    clientId: 70 + open.length,
    editable: options.editable ?? true,
  })
  open.push(replica)
  return replica
}

const idsOf = ({ doc }: EditorReplica) => flatText(documentFragment(doc)).blocks.map(block => block.id)

/** Lets the editor run what it puts off to the next turn of the event loop. */
const nextTurn = () => new Promise(resolve => setTimeout(resolve))

describe('an editor on a document', () => {
  it('writes nothing when it is opened on an imported text', async () => {
    const { doc } = openEditor({ markdown: '# A\n\n- b\n\n| C |\n|---|\n| d |' })
    await nextTurn()
    expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(imported()))
  })

  it.each([undefined, 'Text'])('that only looks never writes, not even ids (%j)', async markdown => {
    const viewer = openEditor({ ...(markdown ? { markdown } : {}), editable: false })
    const author = new Y.Doc()
    documentFragment(author).insert(0, [new Y.XmlElement('paragraph'), new Y.XmlElement('heading')])
    Y.applyUpdate(viewer.doc, Y.encodeStateAsUpdate(author))
    await nextTurn()
    expect(viewer.doc.store.clients.has(viewer.doc.clientID)).toBe(false)
    expect(idsOf(viewer).slice(-2)).toContain(null)
  })

  it('gives the new half of a split paragraph an id and keeps the old one', () => {
    const staff = openEditor({ markdown: 'Erster Satz. Zweiter Satz.' })
    const [id] = idsOf(staff)
    staff.editor.chain().setTextSelection(staff.find('Zweiter').from).splitBlock().run()
    const ids = idsOf(staff)
    expect(ids[0]).toBe(id)
    expect(ids[1]).toMatch(/^[a-z0-9]{12}$/)
    expect(ids[1]).not.toBe(id)
  })

  it('keeps the id when a paragraph becomes a heading', () => {
    const staff = openEditor({ markdown: 'Text' })
    const before = idsOf(staff)
    staff.editor.chain().setTextSelection(2).setHeading({ level: 2 }).run()
    expect(idsOf(staff)).toEqual(before)
  })

  it('leaves no inline style and no style element in the page', () => {
    const staff = openEditor({ markdown: '| A | B |\n|---|--:|\n| 1 | 2 |' })
    staff.editor.chain().setTextSelection(5).setCellAttribute('colwidth', [200]).run()
    expect(staff.editor.view.dom.querySelectorAll('[style], style, colgroup').length).toBe(0)
    expect(staff.editor.view.dom.querySelector('.column-width-5')).not.toBeNull()
    expect(document.head.querySelectorAll('style').length).toBe(0)
  })

  it('refuses unsafe links', () => {
    const staff = openEditor({ markdown: 'Text' })
    staff.editor.commands.selectAll()
    expect(staff.editor.commands.setLink({ href: 'javascript:alert(1)' })).toBe(false)
    expect(staff.editor.commands.setLink({ href: 'https://example.org' })).toBe(true)
  })

  it('undoes only its own changes', () => {
    const [one, two] = [openEditor({ markdown: 'Text' }), openEditor({ markdown: 'Text' })]
    one.editor.commands.insertContentAt(1, 'Meins. ')
    Y.applyUpdate(two.doc, Y.encodeStateAsUpdate(one.doc))
    two.undo()
    expect(two.editor.getText()).toBe('Meins. Text')
    one.undo()
    expect(one.editor.getText()).toBe('Text')
  })
})

it('follows others after an undo, also when they have made the text shorter', () => {
  const markdown = 'Erster Absatz mit viel Text, der gleich weg ist\n\nZweiter Absatz'
  const [one, two] = [openEditor({ markdown }), openEditor({ markdown })]
  connect(one.doc, two.doc)
  one.editor.chain().focus('end').insertContent(' und mehr').run()
  two.editor.commands.deleteRange(two.find(' Absatz mit viel Text, der gleich weg ist'))
  one.undo()
  two.editor.commands.insertContentAt(1, 'Zwei tippt. ')
  one.editor.commands.insertContentAt(1, 'Eins auch. ')
  expect(one.editor.getText()).toBe('Eins auch. Zwei tippt. Erster\n\nZweiter Absatz')
  expect(two.editor.getText()).toBe(one.editor.getText())
})

const imported = (): Y.Doc => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, initialUpdate('# A\n\n- b\n\n| C |\n|---|\n| d |', 'extensions'))
  return doc
}

describe('pasted HTML', () => {
  const parse = (html: string) => generateJSON(html, editorExtensions({ editable: true })).content

  it('keeps what the document can show and nothing else', () => {
    expect(
      parse(
        '<p style="color:red" onclick="x">a <u>b</u> <code>c</code> <a href="/x" target="_blank">d</a></p>',
      ),
    ).toEqual([
      {
        type: 'paragraph',
        attrs: { id: null },
        content: [
          { type: 'text', text: 'a b c ' },
          { type: 'text', text: 'd', marks: [{ type: 'link', attrs: { href: '/x' } }] },
        ],
      },
    ])
  })

  it('drops images from elsewhere and unsafe links', () => {
    expect(parse('<p><a href="javascript:x">a</a></p><img src="https://example.org/a.png">')).toEqual([
      { type: 'paragraph', attrs: { id: null }, content: [{ type: 'text', text: 'a' }] },
    ])
  })

  it('reads its own classes back', () => {
    const [table] = parse('<table><tr><td class="column-width-3 align-right"><p>1</p></td></tr></table>')
    expect(table.content[0].content[0].attrs).toMatchObject({ colwidth: [120], align: 'right', colspan: 1 })
  })
})
