import type { PickableText } from '@randnotiz/contract/answers/desk'
import { Badge } from '@randnotiz/ui/badge'
import { useTranslation } from 'react-i18next'
import { WordingChange } from '../../annotations/parts/wording-change.js'

type Props = {
  block: PickableText['blocks'][number]
  /** The contribution stands there. */
  isHere: boolean
  picked: boolean
  /** No more can be ticked. */
  full: boolean
  onToggle(): void
}

/** A paragraph to tick, with what has changed in it. */
export function PickableBlock({ block: { text, heading, change }, isHere, picked, full, onToggle }: Props) {
  const { t } = useTranslation('answers')
  return (
    <li data-heading={heading || undefined}>
      <label className="desk-tick">
        <input type="checkbox" checked={picked} disabled={!picked && full} onChange={onToggle} />
        <span className="passage-picker__words">
          {(isHere || change.kind !== 'none') && (
            <span className="passage-picker__signs">
              {isHere && <Badge tone="note">{t('case.pickHere')}</Badge>}
              {change.kind !== 'none' && <Badge tone="accent">{t(`case.pickChange.${change.kind}`)}</Badge>}
            </span>
          )}
          {change.kind === 'changed' ? (
            <WordingChange before={change.before} after={text} context={80} />
          ) : (
            text
          )}
        </span>
      </label>
    </li>
  )
}
