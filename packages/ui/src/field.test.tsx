// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { Select } from './select.js'
import { render } from './testing/render.js'
import { TextArea } from './text-area.js'
import { TextField } from './text-field.js'

const described = (control: HTMLElement) =>
  (control.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter(Boolean)
    .map(id => document.getElementById(id)?.textContent)

describe('fields', () => {
  it('belong to their label, and are described by hint and error in this order', async () => {
    const { find } = await render(<TextField label="Name" hint="Frei gewählt" error="Bitte ausfüllen." />)
    const input = find<HTMLInputElement>('input')
    expect(input.labels?.[0]?.textContent).toBe('Name')
    expect(described(input)).toEqual(['Frei gewählt', 'Bitte ausfüllen.'])
    expect(input.getAttribute('aria-invalid')).toBe('true')
  })

  it('claim no error that is not there', async () => {
    const { find } = await render(<TextArea label="Anmerkung" error={null} />)
    const area = find('textarea')
    expect(described(area)).toEqual([])
    expect(area.hasAttribute('aria-invalid')).toBe(false)
  })

  it('keep two of a kind apart', async () => {
    const options = [{ value: 'a', label: 'A' }]
    const { page } = await render(
      <>
        <Select label="Erste" options={options} />
        <Select label="Zweite" options={options} />
      </>,
    )
    const [first, second] = page.querySelectorAll('select')
    expect(first?.id).not.toBe(second?.id)
    expect(second?.labels?.[0]?.textContent).toBe('Zweite')
  })
})
