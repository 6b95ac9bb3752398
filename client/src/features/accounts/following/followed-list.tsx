import type { Followed } from '@randnotiz/contract/accounts/following'
import { Button } from '@randnotiz/ui/button'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { useLocalized } from '../../../platform/i18n/use-language.js'
import { useFollowing } from './use-following.js'
import './following.css'

/** What the viewer follows, each with a way to stop. */
export function FollowedList() {
  const { t } = useTranslation('following')
  const localized = useLocalized()
  const { followed, state, set } = useFollowing()
  return (
    <section className="followed" aria-labelledby="followed">
      <h2 id="followed">{t('list.title')}</h2>
      <p>{t(followed.length === 0 ? 'list.none' : 'list.explained')}</p>
      <DeedProblem state={state} />
      <ul className="followed__list">
        {followed.map(({ subject, slug, title }) => (
          <li key={subject.id}>
            <Link to={pathOf({ subject, slug })}>{localized(title)}</Link>
            <Button
              size="small"
              onClick={() => set(subject, false)}
              aria-label={t('stopNamed', { title: localized(title) })}
            >
              {t('stop')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const pathOf = ({ subject, slug }: Pick<Followed, 'subject' | 'slug'>) =>
  subject.kind === 'process' ? '/' : `/texte/${slug}`
