// @vitest-environment happy-dom
import { act, type FormEvent, useState } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, it } from 'vitest'
import { keepEarlyActs } from './early-acts.js'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
afterEach(() => document.body.replaceChildren())

/** A form as ours are: the page knows what stands in its fields. */
function Form({ onSend }: { onSend(words: object): void }) {
  const [words, setWords] = useState({ body: '', rule: 'insult', agreed: false })
  const send = (event: FormEvent) => {
    event.preventDefault()
    onSend(words)
  }
  return (
    <form onSubmit={send}>
      <textarea value={words.body} onChange={({ target }) => setWords({ ...words, body: target.value })} />
      <select value={words.rule} onChange={({ target }) => setWords({ ...words, rule: target.value })}>
        <option value="insult">a</option>
        <option value="hate">b</option>
      </select>
      <input
        type="checkbox"
        checked={words.agreed}
        onChange={({ target }) => setWords({ ...words, agreed: target.checked })}
      />
      <button type="submit">send</button>
    </form>
  )
}

function serverRendered(onSend: (words: object) => void) {
  const page = document.body.appendChild(document.createElement('div'))
  page.innerHTML = renderToString(<Form onSend={onSend} />)
  const field = <E extends Element>(name: string) => {
    const found = page.querySelector<HTMLElement & E>(name)
    if (found === null) throw new Error(`no ${name}`)
    return found
  }
  return { page, field }
}

it('words typed and a form sent before the page is alive are not lost', async () => {
  const sent: object[] = []
  const onSend = (words: object) => void sent.push(words)
  const { page, field } = serverRendered(onSend)
  const early = keepEarlyActs(document)
  const area = field<HTMLTextAreaElement>('textarea')
  area.value = 'Das Wort am Ende.'
  area.dispatchEvent(new Event('input', { bubbles: true }))
  const select = field<HTMLSelectElement>('select')
  select.value = 'hate'
  select.dispatchEvent(new Event('input', { bubbles: true }))
  field<HTMLInputElement>('input').click()
  const leaves = new Event('submit', { bubbles: true, cancelable: true })
  field('form').dispatchEvent(leaves)
  expect([leaves.defaultPrevented, sent]).toEqual([true, []])
  await act(async () => hydrateRoot(page, <Form onSend={onSend} />))
  await act(async () => early.handOver())
  expect(area.value).toBe('Das Wort am Ende.')
  expect(sent).toEqual([{ body: 'Das Wort am Ende.', rule: 'hate', agreed: true }])
  await act(async () => early.handOver())
  expect(sent).toHaveLength(1)
})

it('a form that has an address goes there by itself', () => {
  const { field } = serverRendered(() => {})
  const early = keepEarlyActs(document)
  field('form').setAttribute('action', '/anmerkungen')
  const leaves = new Event('submit', { bubbles: true, cancelable: true })
  field('form').dispatchEvent(leaves)
  expect(leaves.defaultPrevented).toBe(false)
  early.handOver()
})
