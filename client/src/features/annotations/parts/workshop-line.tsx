import type { WorkshopMark } from '@randnotiz/contract/annotations/annotation'
import { useTranslation } from 'react-i18next'

/** In which workshop something was said; nothing for what was written elsewhere. */
export function WorkshopLine({ workshop }: { workshop: WorkshopMark | null }) {
  const { t } = useTranslation('annotations')
  return workshop && <p className="note__source">{t('card.workshop', { title: workshop.title })}</p>
}
