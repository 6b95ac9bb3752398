import { openAddress, openFormats } from '@randnotiz/contract/annotations/exchange/addresses'
import type { Slug } from '@randnotiz/contract/kit/ids'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../../platform/i18n/use-language.js'

const names = { csv: 'CSV', json: 'JSON', jsonld: 'JSON-LD' } as const

type Props = { of: 'document' | 'process'; slug: Slug; title: string }

/** The files of a text or a process. */
export function OpenFiles({ of, slug, title }: Props) {
  const { t } = useTranslation('exchange')
  const language = useLanguage()
  const isDocument = of === 'document'
  const fileOf = isDocument ? openAddress.ofDocument : openAddress.ofProcess
  const feed = isDocument ? openAddress.documentFeed : openAddress.processFeed
  return (
    <ul className="open-data__files" aria-label={t('data.filesOf', { title })}>
      {openFormats.toReversed().map(format => (
        <li key={format}>
          <a href={fileOf(slug, format)}>{names[format]}</a>
        </li>
      ))}
      <li>
        <a href={feed(slug, language)}>Atom</a>
      </li>
    </ul>
  )
}
