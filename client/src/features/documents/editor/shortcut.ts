import type { Language } from '@randnotiz/contract/kit/wire-values'

/** Keys as the editor knows them; `Mod` is Ctrl, on a Mac it is Cmd. */
export type Shortcut = `Mod+${'' | 'Alt+' | 'Shift+'}${string}`

export type Keyboard = 'mac' | 'pc'

export function keyboardOf(platform: string): Keyboard {
  return /mac|iphone|ipad/i.test(platform) ? 'mac' : 'pc'
}

/** For `aria-keyshortcuts`. */
export function ariaShortcut(shortcut: Shortcut, keyboard: Keyboard): string {
  return shortcut.replace('Mod', keyboard === 'mac' ? 'Meta' : 'Control')
}

const keyCaps: Record<Keyboard, Record<Language, Record<string, string>>> = {
  mac: {
    de: { Mod: '⌘', Alt: '⌥', Shift: '⇧' },
    en: { Mod: '⌘', Alt: '⌥', Shift: '⇧' },
  },
  pc: {
    de: { Mod: 'Strg', Shift: 'Umschalt' },
    en: { Mod: 'Ctrl' },
  },
}

/** As it is printed on the keys: `Strg+Umschalt+8`. */
export function shownShortcut(shortcut: Shortcut, shown: { keyboard: Keyboard; language: Language }): string {
  const caps = keyCaps[shown.keyboard][shown.language]
  return shortcut
    .split('+')
    .map(key => caps[key] ?? key)
    .join(shown.keyboard === 'mac' ? '' : '+')
}
