import { type DocumentSummary, MeasureStatus } from '@randnotiz/contract/documents/document'
import type { LocalizedText } from '@randnotiz/contract/kit/wire-values'

/** Which measures are shown; null leaves a question open. */
export type MeasureFilter = {
  /** Key of a sustainability theme. */
  theme: string | null
  status: MeasureStatus | null
}

/** Where the measures begin on the page. */
export const measuresId = 'massnahmen'

/** How an address names a theme, whatever language the page is in: `klima-und-energie`. */
export const themeKey = ({ de }: LocalizedText): string =>
  de
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** What an address asks for; what it asks in vain is left open. */
export function readMeasureFilter(
  search: URLSearchParams,
  measures: readonly DocumentSummary[],
): MeasureFilter {
  const theme = search.get('thema')
  const isKnown = themesOf(measures).some(({ key }) => key === theme)
  return {
    theme: isKnown ? theme : null,
    status: MeasureStatus.safeParse(search.get('stand')).data ?? null,
  }
}

export function measureFilterAddress({ theme, status }: MeasureFilter): string {
  const query = new URLSearchParams()
  if (theme !== null) query.set('thema', theme)
  if (status !== null) query.set('stand', status)
  return query.size === 0 ? `/#${measuresId}` : `/?${query}#${measuresId}`
}

export function measuresThat(
  measures: readonly DocumentSummary[],
  { theme, status }: MeasureFilter,
): DocumentSummary[] {
  return measures.filter(
    ({ facts }) =>
      (theme === null || facts?.themes.some(one => themeKey(one) === theme)) &&
      (status === null || facts?.status === status),
  )
}

/** The themes that measures are about, each once, in the order in which they first come. */
export function themesOf(measures: readonly DocumentSummary[]): { key: string; label: LocalizedText }[] {
  const themes = measures.flatMap(({ facts }) => facts?.themes ?? [])
  return [...new Map(themes.map(label => [themeKey(label), label]))].map(([key, label]) => ({ key, label }))
}
