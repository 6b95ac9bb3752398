// @vitest-environment happy-dom
import { act } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { RadioGroup } from './radio-group.js'
import { render } from './testing/render.js'

const options = [
  { value: 'risk', label: 'Risiko' },
  { value: 'idea', label: 'Anregung', description: 'Was besser ginge' },
] as const

describe('RadioGroup', () => {
  it('is a named group of which one is chosen', async () => {
    const onChange = vi.fn()
    const { find, page } = await render(
      <RadioGroup legend="Worum geht es?" options={options} value="risk" onChange={onChange} />,
    )
    expect(find('fieldset > legend').textContent).toBe('Worum geht es?')
    const [risk, idea] = page.querySelectorAll<HTMLInputElement>('input')
    expect([risk?.checked, idea?.checked]).toEqual([true, false])
    expect(risk?.name).toBe(idea?.name)
    await act(async () => idea?.click())
    expect(onChange).toHaveBeenCalledExactlyOnceWith('idea')
  })

  it('is described by its error', async () => {
    const { find } = await render(
      <RadioGroup legend="Worum?" options={options} value={null} onChange={() => {}} error="Bitte wählen." />,
    )
    const id = find('fieldset').getAttribute('aria-describedby') ?? ''
    expect(document.getElementById(id)?.textContent).toBe('Bitte wählen.')
  })
})
