// @vitest-environment happy-dom
import { act } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { Dialog } from './dialog.js'
import { render } from './testing/render.js'

const dialog = (open: boolean, onClose: () => void = () => {}) => (
  <Dialog open={open} title="Anmerkung schreiben" closeLabel="Schließen" onClose={onClose}>
    <p>Inhalt</p>
  </Dialog>
)

describe('Dialog', () => {
  it('is opened and closed by its owner, and named by its title', async () => {
    const { find, again } = await render(dialog(false))
    const element = find<HTMLDialogElement>('dialog')
    expect([element.open, element.textContent]).toEqual([false, ''])
    await again(dialog(true))
    expect(element.open).toBe(true)
    const title = document.getElementById(element.getAttribute('aria-labelledby') ?? '')
    expect(title?.textContent).toBe('Anmerkung schreiben')
    await again(dialog(false))
    expect(element.open).toBe(false)
  })

  it('asks its owner when somebody presses the cross or clicks beside it, not when they click into it', async () => {
    const onClose = vi.fn()
    const { find } = await render(dialog(true, onClose))
    await act(async () => find('p').click())
    expect(onClose).not.toHaveBeenCalled()
    await act(async () => find('[aria-label=Schließen]').click())
    expect(onClose).toHaveBeenCalledTimes(1)
    await act(async () => find('dialog').click())
    expect(onClose).toHaveBeenCalledTimes(2)
  })
})
