import type { BlockId } from '@randnotiz/contract/kit/ids'
import { densityStep } from '@randnotiz/domain/annotations/density'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { type DensityStore, noDensity } from './density-store.js'
import './density.css'

/** How many contributions a chapter has: a number, and a bar to compare chapters at a glance. */
export function DensityMark({ density, blockId }: { density: DensityStore; blockId: BlockId }) {
  const { t } = useTranslation('annotations')
  const { counts, most } = useSyncExternalStore(density.subscribe, density.read, () => noDensity)
  const count = counts.get(blockId) ?? 0
  if (count === 0) return null
  return (
    <span className="density" data-step={densityStep(count, most)}>
      <span aria-hidden="true" className="density__count">
        {count}
      </span>
      <span className="visually-hidden">, {t('count', { count })}</span>
    </span>
  )
}
