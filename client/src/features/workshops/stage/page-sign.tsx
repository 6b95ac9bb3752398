import { useTranslation } from 'react-i18next'

/** Which page of how many is on the wall; nothing when there is one. */
export function PageSign({ page, pages }: { page: number; pages: number }) {
  const { t } = useTranslation('workshops')
  return pages > 1 ? <p className="stage__page">{t('stage.page', { page, pages })}</p> : null
}
