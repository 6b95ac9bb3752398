import type { TextSource } from '@randnotiz/contract/documents/document'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { versionsAddress } from './addresses.js'

/** From a text to its releases; for staff also which of them citizens see instead of the live text. */
export function VersionsLine({ slug, source }: { slug: string; source: TextSource }) {
  const { t } = useTranslation('versions')
  return (
    <>
      {source.kind === 'live' && source.publicRelease !== null && (
        <span>{t('publicRelease', { number: source.publicRelease })}</span>
      )}
      <Link to={versionsAddress(slug)}>{t('title')}</Link>
    </>
  )
}
