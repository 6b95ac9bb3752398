/**
 * Tells when a person has finished selecting. Mouse, finger and keyboard select in their own ways, and only
 * `selectionchange` knows them all; it fires with every character, so a selection counts when it has rested. While a
 * pointer is down it never does.
 */
const restMilliseconds = 250

/** What is selected inside `root` now. */
export function selectionIn(root: HTMLElement): Range | null {
  const selection = root.ownerDocument.getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  return root.contains(range.commonAncestorContainer) || range.intersectsNode(root)
    ? range.cloneRange()
    : null
}

/** Calls back with a settled selection inside `root`, or null as soon as there is none. Returns the way to stop. */
export function onSettledSelection(root: HTMLElement, listener: (range: Range | null) => void): () => void {
  const { ownerDocument: document } = root
  const listening = new AbortController()
  const { signal } = listening
  let timer: ReturnType<typeof setTimeout> | undefined
  let pressed = false

  function look() {
    clearTimeout(timer)
    const range = selectionIn(root)
    if (range === null) listener(null)
    else if (!pressed) timer = setTimeout(listener, restMilliseconds, range)
  }

  function press() {
    pressed = true
    clearTimeout(timer)
  }

  function release() {
    pressed = false
    look()
  }

  document.addEventListener('selectionchange', look, { signal })
  document.addEventListener('pointerdown', press, { signal })
  document.addEventListener('pointerup', release, { signal })
  // A finger that selects turns into the browser's own gesture.
  document.addEventListener('pointercancel', release, { signal })
  return () => {
    clearTimeout(timer)
    listening.abort()
  }
}
