import { WorkState } from '@randnotiz/contract/answers/case'
import type { DeskPage, DeskQuery } from '@randnotiz/contract/answers/desk'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { addressWith } from './desk-address.js'

type Props = { page: DeskPage; query: DeskQuery }

/** How many points are how far; each is a way to see only those. */
export function DeskStates({ page, query }: Props) {
  const { t } = useTranslation('answers')
  const all = Object.values(page.states).reduce((sum, count) => sum + count, 0)
  return (
    <nav aria-label={t('desk.byState')}>
      <ul className="desk-states">
        <li>
          <Link
            to={addressWith(query, { state: undefined })}
            aria-current={query.state === undefined ? 'true' : undefined}
          >
            {t('desk.allStates')} <span className="desk-states__count">{all}</span>
          </Link>
        </li>
        {WorkState.options.map(state => (
          <li key={state}>
            <Link
              to={addressWith(query, { state })}
              aria-current={query.state === state ? 'true' : undefined}
            >
              {t(`state.${state}`)} <span className="desk-states__count">{page.states[state] ?? 0}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
