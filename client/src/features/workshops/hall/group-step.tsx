import type { HallStep, HallView } from '@randnotiz/contract/workshops/hall'
import { useTranslation } from 'react-i18next'
import { useHallContributions } from './use-hall-contributions.js'

/** The groups as they grow at the desk. */
export function GroupStep({ hall, current }: { hall: HallView; current: HallStep }) {
  const { t } = useTranslation('workshops')
  const { all } = useHallContributions(hall)
  const byId = new Map(all.map(one => [one.id, one]))
  return (
    <>
      <p>{t('group.hall')}</p>
      <ul className="hall-groups">
        {current.groups.map(({ id, title, annotationIds }, at) => (
          <li key={id} className="hall-groups__group">
            <h3>{title || t('group.untitled', { number: at + 1 })}</h3>
            <ul>
              {annotationIds.flatMap(id => {
                const said = byId.get(id)
                return said ? [<li key={id}>{said.replacement ?? said.body}</li>] : []
              })}
            </ul>
          </li>
        ))}
      </ul>
    </>
  )
}
