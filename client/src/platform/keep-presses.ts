/**
 * A press belongs to what was pressed. When the page comes to life under a finger, or somebody writes above it, what was
 * pressed may have moved on before the finger is lifted; browsers then click whatever holds both places, and the press
 * is lost. Here it is given back to the link or button on which it began.
 */
const pressable = 'a[href], button, summary, label, input, select, textarea, [role="button"]'

/** Further than this, in pixels, the pointer was dragged and means no click. */
const steady = 8

type Press = { element: Element; x: number; y: number }

/** Answers how to stop. To be called before anything else listens. */
export function keepPresses(page: Window): () => void {
  let begun: Press | null = null

  function press({ target, button, isPrimary, clientX: x, clientY: y }: PointerEvent) {
    const element = target instanceof Element ? target.closest(pressable) : null
    begun = element !== null && button === 0 && isPrimary ? { element, x, y } : null
  }

  function click(event: MouseEvent) {
    const press = begun
    begun = null
    if (press === null || !isLost(press, event)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    const { ctrlKey, metaKey, shiftKey, altKey, clientX, clientY } = event
    const keys = { ctrlKey, metaKey, shiftKey, altKey, clientX, clientY }
    press.element.dispatchEvent(
      new MouseEvent('click', { ...keys, bubbles: true, cancelable: true, composed: true, detail: 1 }),
    )
  }

  page.addEventListener('pointerdown', press, true)
  page.addEventListener('click', click, true)
  return () => {
    page.removeEventListener('pointerdown', press, true)
    page.removeEventListener('click', click, true)
  }
}

/** The click went to something around it instead, though the pointer has stayed. */
function isLost({ element, x, y }: Press, { target, clientX, clientY }: MouseEvent): boolean {
  return (
    target instanceof Node &&
    !element.contains(target) &&
    target.contains(element) &&
    Math.hypot(clientX - x, clientY - y) <= steady
  )
}
