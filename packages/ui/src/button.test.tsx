// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import { Button } from './button.js'
import { render } from './testing/render.js'

describe('Button', () => {
  it('does what it is there for, and submits nothing by accident', async () => {
    const onClick = vi.fn()
    const { find } = await render(<Button onClick={onClick}>Weiter</Button>)
    find('button').click()
    expect(onClick).toHaveBeenCalledTimes(1)
    expect(find('button').getAttribute('type')).toBe('button')
  })

  it('takes no second press while busy, says so, and keeps the focus', async () => {
    const onClick = vi.fn()
    const onSubmit = vi.fn((event: { preventDefault(): void }) => event.preventDefault())
    const button = (busy: string | null) => (
      <form onSubmit={onSubmit}>
        <Button type="submit" busy={busy} onClick={onClick}>
          Senden
        </Button>
      </form>
    )
    const { find, again } = await render(button(null))
    find('button').focus()
    await again(button('Wird gesendet'))
    find('button').click()
    expect(onClick).not.toHaveBeenCalled()
    expect(onSubmit).not.toHaveBeenCalled()
    expect(find('button').textContent).toBe('Wird gesendetSenden')
    expect(find('button').getAttribute('aria-disabled')).toBe('true')
    expect(document.activeElement).toBe(find('button'))
  })
})
