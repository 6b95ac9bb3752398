import type { TextSource } from '@randnotiz/contract/documents/document'
import { Notice } from '@randnotiz/ui/notice'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { releaseAddress } from './addresses.js'
import './versions.css'

type Props = { slug: string; release: Extract<TextSource, { kind: 'release' }> }

/** Says which release stands here, where the live text is for staff. */
export function ReleaseSign({ slug, release: { number, title } }: Props) {
  const { t } = useTranslation('versions')
  return (
    <Notice className="release-sign">
      <p>
        <Link to={releaseAddress(slug, number)}>{t('shownRelease', { number })}</Link>:{' '}
        <span lang="de">{title}</span>
      </p>
      <p>{t('shownReleaseExplained')}</p>
    </Notice>
  )
}
