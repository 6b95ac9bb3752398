// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { renderCaret, renderRemoteSelection } from './caret.js'

describe('renderCaret', () => {
  it('shows name and colour, and is silent for screen readers', () => {
    const caret = renderCaret({ name: 'Anna', color: '#336699' })
    expect(caret.textContent).toBe('Anna')
    expect(caret.style.getPropertyValue('--caret-colour')).toBe('#336699')
    expect(caret.getAttribute('aria-hidden')).toBe('true')
  })

  it('takes a name as words, not as markup, and no colour that is none', () => {
    const caret = renderCaret({ name: '<img src=x>', color: 'red; background: url(//evil)' })
    expect(caret.querySelector('img')).toBeNull()
    expect(caret.style.getPropertyValue('--caret-colour')).toBe('currentColor')
    expect(renderRemoteSelection({ color: '#12' }).style).toBe('--caret-colour: currentColor')
  })
})
