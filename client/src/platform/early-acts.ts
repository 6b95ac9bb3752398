/**
 * What somebody does to a page before its scripts have taken it over: words typed and forms sent. The scripts know
 * nothing of it, would draw the fields as the server did, and a form without an address of its own would be sent to
 * nowhere. It is kept here and done again once somebody listens.
 */
export type EarlyActs = {
  /** Does again what was done so far, and keeps no more. */
  handOver(): void
}

type Typed = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

export function keepEarlyActs(page: Document): EarlyActs {
  const typed = new Map<Typed, string | boolean>()
  let sent: { form: HTMLFormElement; by: HTMLElement | null } | null = null

  function note({ target }: Event) {
    if (isTyped(target)) typed.set(target, isChoice(target) ? target.checked : target.value)
  }

  function hold(event: SubmitEvent) {
    const form = event.target
    // A form with an address works without scripts.
    if (!(form instanceof HTMLFormElement) || form.hasAttribute('action')) return
    event.preventDefault()
    sent = { form, by: event.submitter }
  }

  page.addEventListener('input', note, true)
  page.addEventListener('submit', hold, true)
  return {
    handOver() {
      page.removeEventListener('input', note, true)
      page.removeEventListener('submit', hold, true)
      for (const [field, value] of typed) if (field.isConnected) typeAgain(field, value)
      typed.clear()
      if (sent?.form.isConnected) sent.form.requestSubmit(sent.by)
      sent = null
    },
  }
}

const isTyped = (target: unknown): target is Typed =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement

const isChoice = (field: Typed): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio')

/** As if by hand: React takes a change for one only where the value differs from what was set by script last. */
function typeAgain(field: Typed, value: string | boolean) {
  if (isChoice(field)) {
    field.checked = !value
    field.click()
    return
  }
  field.value = field instanceof HTMLSelectElement ? field.value : ''
  const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value') ?? {}
  set?.call(field, value)
  for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }))
}
