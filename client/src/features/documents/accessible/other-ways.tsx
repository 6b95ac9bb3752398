import type { OtherWays as Ways } from '@randnotiz/contract/documents/accessible'
import { BookOpenText, Hand } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { otherWaysAddress, plainAddress, signAddress } from './accessible-questions.js'
import './accessible.css'

type Props = {
  slug: string
  ways: Ways
  /** Which one is being looked at. */
  here: 'everyday' | 'plain' | 'sign'
  mayEdit?: boolean
}

/** The same text in everyday language, plain language and sign language, as far as there is. */
export function OtherWays({ slug, ways, here, mayEdit = false }: Props) {
  const { t } = useTranslation('accessible')
  const any = ways.plain || ways.sign
  if (!any && !mayEdit) return null
  return (
    <nav className="other-ways" aria-label={t('ways')}>
      <ul>
        {any && (
          <li>
            <Link to={`/texte/${slug}`} aria-current={here === 'everyday' ? 'page' : undefined}>
              {t('everyday')}
            </Link>
          </li>
        )}
        {ways.plain && (
          <li>
            <Link to={plainAddress(slug)} aria-current={here === 'plain' ? 'page' : undefined}>
              <BookOpenText aria-hidden="true" />
              {t('plain')}
            </Link>
          </li>
        )}
        {ways.sign && (
          <li>
            <Link to={signAddress(slug)} aria-current={here === 'sign' ? 'page' : undefined}>
              <Hand aria-hidden="true" />
              {t('sign')}
            </Link>
          </li>
        )}
        {mayEdit && (
          <li>
            <Link to={otherWaysAddress(slug)} className="other-ways__edit">
              {t('edit')}
            </Link>
          </li>
        )}
      </ul>
    </nav>
  )
}
