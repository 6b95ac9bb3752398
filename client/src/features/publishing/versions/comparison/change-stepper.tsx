import { Button } from '@randnotiz/ui/button'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useInBrowser } from '../../../../platform/use-in-browser.js'
import { changeElementId } from './number-changes.js'

/** From change to change, always at hand, also by Alt and an arrow. Without scripts the arrows at each change do the same. */
export function ChangeStepper({ count, first }: { count: number; first: number }) {
  const { t } = useTranslation('versions')
  const [at, setAt] = useState(first)
  const inBrowser = useInBrowser()
  const go = (number: number) => {
    if (number < 1 || number > count) return
    setAt(number)
    const element = document.getElementById(changeElementId(number))
    element?.scrollIntoView({ block: 'center' })
    element?.focus({ preventScroll: true })
  }
  useStepKeys(step => go(at + step))
  if (!inBrowser || count === 0) return null
  return (
    <div className="change-stepper">
      <Button
        size="small"
        aria-label={t('comparison.previous')}
        aria-keyshortcuts="Alt+ArrowUp"
        title={t('comparison.previousKeys')}
        aria-disabled={at <= 1}
        onClick={() => go(at - 1)}
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
        aria-keyshortcuts="Alt+ArrowDown"
        title={t('comparison.nextKeys')}
        aria-disabled={at >= count}
        onClick={() => go(at + 1)}
      >
        <ArrowDown aria-hidden="true" size={18} />
      </Button>
    </div>
  )
}

type Step = 1 | -1
const stepOfKey = new Map<string, Step>([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
])

/** Not in a field: there Alt and an arrow open a list or move the caret. */
const isField = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, select, textarea') !== null

function useStepKeys(onStep: (step: Step) => void) {
  const latest = useRef(onStep)
  useEffect(() => {
    latest.current = onStep
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = stepOfKey.get(event.key)
      if (step === undefined || !event.altKey || event.ctrlKey || event.metaKey || isField(event.target))
        return
      event.preventDefault()
      latest.current(step)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
