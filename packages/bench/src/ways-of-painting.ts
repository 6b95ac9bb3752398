/**
 * Other ways of painting many passages, to be measured in turns with the one that is built, on the same page: as many
 * decorations of ProseMirror, mapped through every edit, and as many ranges registered as CSS highlights all at once.
 * Both lie over what the page paints by itself, which is only what is near the screen.
 */
import type { Page } from 'playwright-core'

export type Way = 'as built' | 'decorations' | 'all registered'

/** Runs `measure` while so many passages are painted in this way. */
export async function whilePainted<Measured>(
  page: Page,
  { way, passages }: { way: Way; passages: number },
  measure: () => Promise<Measured>,
): Promise<Measured> {
  if (way === 'decorations') await page.evaluate(decorate, passages)
  if (way === 'all registered') await page.evaluate(register, passages)
  await page.waitForTimeout(1_000)
  const measured = await measure()
  if (way === 'decorations') await page.evaluate(undecorate)
  if (way === 'all registered') await page.evaluate(() => CSS.highlights.delete('bench'))
  return measured
}

/**
 * Takes ProseMirror's classes from the page, which gives none away: the selection of somebody else in the same text is a
 * decoration, in a set, of a plugin. Resolves when there is one.
 */
export async function untilDecorable(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    type Found = { inline?: unknown }
    type Decorations = { find(): Found[] }
    const editor = Reflect.get(document.querySelector('.ProseMirror') ?? {}, 'editor')
    const states: unknown[] = (editor?.state.plugins ?? []).map(
      (plugin: { getState(of: unknown): unknown }) => plugin.getState(editor.state),
    )
    const isSet = (state: unknown): state is Decorations =>
      typeof state === 'object' && state !== null && 'local' in state && 'find' in state
    for (const set of states.filter(isSet)) {
      const found = set.find().find(({ inline }) => inline === true || inline === false)
      if (found === undefined) continue
      const [plugin] = editor.state.plugins
      const classes = {
        Decoration: found.constructor,
        DecorationSet: set.constructor,
        Plugin: plugin.constructor,
      }
      Object.assign(window, { classes })
      return true
    }
    return false
  })
}

/** In the page. */
function decorate(passages: number): void {
  type TextNode = { isTextblock: boolean; content: { size: number } }
  type Mapped = { map(mapping: unknown, doc: unknown): unknown }
  const editor = Reflect.get(document.querySelector('.ProseMirror') ?? {}, 'editor')
  const { Decoration, DecorationSet, Plugin } = Reflect.get(window, 'classes')
  const lines: number[] = []
  editor.state.doc.descendants((node: TextNode, position: number) => {
    if (node.isTextblock && node.content.size > 60) lines.push(position + 1)
    return !node.isTextblock
  })
  const decorations = Array.from({ length: passages }, (_, number) => {
    const from = (lines[Math.floor((number * lines.length) / passages)] ?? 0) + ((number * 7) % 30)
    return Decoration.inline(from, from + 20, { style: 'background-color: #ff880044' })
  })
  const set: unknown = DecorationSet.create(editor.state.doc, decorations)
  editor.registerPlugin(
    new Plugin({
      key: { key: 'bench$' },
      state: {
        init: () => set,
        apply: (edit: { mapping: unknown; doc: unknown }, before: Mapped) =>
          before.map(edit.mapping, edit.doc),
      },
      props: {
        decorations(this: { getState(of: unknown): unknown }, state: unknown) {
          return this.getState(state)
        },
      },
    }),
  )
}

/** In the page. */
function undecorate(): void {
  Reflect.get(document.querySelector('.ProseMirror') ?? {}, 'editor').unregisterPlugin('bench')
}

/** In the page. */
function register(passages: number): void {
  const root = document.querySelector('.ProseMirror, .document')
  const walker = document.createTreeWalker(root ?? document.body, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text && node.length > 60) nodes.push(node)
  const highlight = new Highlight()
  for (let number = 0; number < passages; number++) {
    const node = nodes[Math.floor((number * nodes.length) / passages)]
    if (!node) continue
    const range = document.createRange()
    const start = (number * 7) % 30
    range.setStart(node, start)
    range.setEnd(node, start + 20)
    highlight.add(range)
  }
  const sheet = new CSSStyleSheet()
  sheet.insertRule('::highlight(bench) { background-color: #ff880044; text-decoration: underline 2px }')
  document.adoptedStyleSheets.push(sheet)
  CSS.highlights.set('bench', highlight)
}
