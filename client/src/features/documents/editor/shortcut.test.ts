import { describe, expect, it } from 'vitest'
import { ariaShortcut, keyboardOf, shownShortcut } from './shortcut.js'

describe('shortcuts', () => {
  it('are named as they are printed on the keyboard', () => {
    expect(shownShortcut('Mod+Shift+8', { keyboard: 'pc', language: 'de' })).toBe('Strg+Umschalt+8')
    expect(shownShortcut('Mod+Alt+2', { keyboard: 'pc', language: 'en' })).toBe('Ctrl+Alt+2')
    expect(shownShortcut('Mod+Shift+Z', { keyboard: 'mac', language: 'de' })).toBe('⌘⇧Z')
  })

  it('are named for assistive technology in the words of the standard', () => {
    expect(ariaShortcut('Mod+K', 'pc')).toBe('Control+K')
    expect(ariaShortcut('Mod+K', keyboardOf('MacIntel'))).toBe('Meta+K')
  })
})
