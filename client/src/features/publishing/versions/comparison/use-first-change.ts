import { useEffect } from 'react'
import { changeElementId, type NumberedRow } from './number-changes.js'

/** Number of the change that a contribution brought about; 0 when none is asked for or it is not here. */
export function changeBecauseOf(rows: readonly NumberedRow[], annotationId: string | null): number {
  const row = rows.find(
    one => one.row === 'change' && one.block.because.some(link => link.annotationId === annotationId),
  )
  return row?.row === 'change' ? row.number : 0
}

/** Brings a change before the eyes of whoever came for it. */
export function useFirstChange(number: number): void {
  useEffect(() => {
    if (number === 0) return
    const element = document.getElementById(changeElementId(number))
    element?.scrollIntoView({ block: 'center' })
    element?.focus({ preventScroll: true })
  }, [number])
}
