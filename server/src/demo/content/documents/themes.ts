import type { LocalizedText } from '@randnotiz/contract/kit/wire-values'

/** Six themes of a sustainability strategy. The strategy has six; these names are invented for the illustration. */
export const themes = {
  climate: { de: 'Klima und Energie', en: 'Climate and energy' },
  mobility: { de: 'Verkehr und Wege', en: 'Traffic and getting around' },
  nature: { de: 'Natur und Stadtraum', en: 'Nature and public space' },
  cohesion: { de: 'Zusammenhalt und Teilhabe', en: 'Cohesion and inclusion' },
  economy: { de: 'Wirtschaften und Arbeiten', en: 'Economy and work' },
  learning: { de: 'Bildung und Mitwirkung', en: 'Learning and taking part' },
} satisfies Record<string, LocalizedText>

export type ThemeKey = keyof typeof themes
