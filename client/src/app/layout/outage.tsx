import { Button } from '@randnotiz/ui/button'
import { LinkButton } from '@randnotiz/ui/link-button'
import { Notice } from '@randnotiz/ui/notice'
import { useTranslation } from 'react-i18next'
import { useRefusalText } from '../../platform/refusal-text.js'

/** Instead of a page that cannot be shown now. Without `onAgain`, trying again means loading the page again. */
export function Outage({ onAgain }: { onAgain?: () => void }) {
  const { t } = useTranslation()
  const refusalText = useRefusalText()
  const again = t('outage.again')
  return (
    <div className="column page">
      <h1>{t('outage.title')}</h1>
      <Notice tone="problem" role="alert">
        <p>{refusalText({ code: 'server/unavailable' })}</p>
      </Notice>
      <p>
        {onAgain === undefined ? (
          <LinkButton look="primary" href="">
            {again}
          </LinkButton>
        ) : (
          <Button look="primary" onClick={onAgain}>
            {again}
          </Button>
        )}
      </p>
    </div>
  )
}
