import { Button } from '@randnotiz/ui/button'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useInBrowser } from '../../../../platform/use-in-browser.js'
import { changeElementId } from './number-changes.js'

/** From change to change, always at hand. Without scripts the arrows at each change do the same. */
export function ChangeStepper({ count, first }: { count: number; first: number }) {
  const { t } = useTranslation('versions')
  const [at, setAt] = useState(first)
  const inBrowser = useInBrowser()
  if (!inBrowser || count === 0) return null
  const go = (number: number) => {
    setAt(number)
    const element = document.getElementById(changeElementId(number))
    element?.scrollIntoView({ block: 'center' })
    element?.focus({ preventScroll: true })
  }
  return (
    <div className="change-stepper">
      <Button
        size="small"
        aria-label={t('comparison.previous')}
        aria-disabled={at <= 1}
        onClick={() => at > 1 && go(at - 1)}
      >
        <ArrowUp aria-hidden="true" size={18} />
      </Button>
      <p role="status">
        {at === 0
          ? t('comparison.position', { number: 1, count })
          : t('comparison.position', { number: at, count })}
      </p>
      <Button
        size="small"
        aria-label={t('comparison.next')}
        aria-disabled={at >= count}
        onClick={() => at < count && go(at + 1)}
      >
        <ArrowDown aria-hidden="true" size={18} />
      </Button>
    </div>
  )
}
