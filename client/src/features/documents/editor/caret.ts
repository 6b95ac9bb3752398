import type { DecorationAttrs } from '@tiptap/pm/view'

/** Whoever else is in the text, as their browser describes them: nothing in it is to be trusted. */
type Described = Record<string, unknown>

/**
 * Another person's caret with their name. The colour goes through the CSSOM: the page's policy forbids style
 * attributes. Screen readers hear of others from the presence list, not in the middle of a sentence.
 */
export function renderCaret(user: Described): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'remote-caret'
  caret.setAttribute('aria-hidden', 'true')
  caret.style.setProperty('--caret-colour', colourOf(user))
  const label = document.createElement('span')
  label.className = 'remote-caret__name'
  label.textContent = typeof user.name === 'string' ? user.name : ''
  caret.append(label)
  return caret
}

/** What another person has selected; ProseMirror sets `style` through the CSSOM too. */
export function renderRemoteSelection(user: Described): DecorationAttrs {
  return { class: 'remote-selection', style: `--caret-colour: ${colourOf(user)}` }
}

function colourOf({ color }: Described): string {
  return typeof color === 'string' && /^#[0-9a-f]{6}$/i.test(color) ? color : 'currentColor'
}
