/** Two presses this close together are one gesture: nobody has read a new step in between. In milliseconds. */
export const doublePressMs = 400

/** Pointers for presentations send PageDown; N is for those who type. */
const names = new Set(['n', 'N', 'PageDown'])

type Press = Pick<KeyboardEvent, 'key' | 'repeat' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** Whether a key asks to move on. One that is held down asked once. */
export function asksToMoveOn(press: Press, target: Pick<Element, 'matches' | 'closest'> | null): boolean {
  const isPlain = !press.repeat && !press.ctrlKey && !press.metaKey && !press.altKey
  return isPlain && names.has(press.key) && !belongsTo(target, press.key)
}

const choosers = '[type=radio], [type=checkbox], [type=button], [type=submit]'

/** Whoever types means the letter; in longer texts, lists and dialogs PageDown turns a page. */
function belongsTo(target: Pick<Element, 'matches' | 'closest'> | null, key: string): boolean {
  if (target === null) return false
  if (target.closest('textarea, select, dialog[open], [contenteditable]') !== null) return true
  return key !== 'PageDown' && target.matches('input') && !target.matches(choosers)
}

/** Tells a press from the second half of a double one. */
export class Presses {
  #last = Number.NEGATIVE_INFINITY

  /** `at` in milliseconds of any clock, the same for all calls. */
  isNew(at: number): boolean {
    const isNew = at - this.#last >= doublePressMs
    if (isNew) this.#last = at
    return isNew
  }
}
