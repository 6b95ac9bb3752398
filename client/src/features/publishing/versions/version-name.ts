import type { Language } from '@randnotiz/contract/kit/wire-values'
import type { ComparedVersion } from '@randnotiz/contract/publishing/comparison'
import type { Day } from '@randnotiz/contract/publishing/version'
import { partsOfDay, versionNamed } from '@randnotiz/domain/publishing/versions'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'

type Named = Pick<ComparedVersion, 'version' | 'title'>

/** What a version is called: “Fassung 2: Nach der Werkstatt”, “Stand vom 3. März 2026”, “Arbeitsstand”. */
export function useVersionName(): (version: Named) => string {
  const { t } = useTranslation('versions')
  const language = useLanguage()
  return ({ version, title }) => {
    const named = versionNamed(version)
    switch (named.kind) {
      case 'live':
        return t('live')
      case 'release':
        return title
          ? `${t('number', { number: named.number })}: ${title}`
          : t('number', { number: named.number })
      case 'day':
        return nameOfDay(named.day, { t, language })
    }
  }
}

type Wording = { t: TFunction<'versions'>; language: Language }

/** “3. März 2026”, or “3. März 2026, ersetzt um 14:05 Uhr”. */
export function dateOfDay(day: Day, { t, language }: Wording): string {
  const { date, replacedAt } = partsOfDay(day)
  const written = formatDate(`${date}T12:00:00Z`, language)
  return replacedAt === null ? written : t('replaced', { date: written, time: replacedAt })
}

export const nameOfDay = (day: Day, wording: Wording): string =>
  wording.t('day', { date: dateOfDay(day, wording) })
