import type { Moment } from '@randnotiz/contract/kit/wire-values'

const pad = (part: number) => String(part).padStart(2, '0')

/** A moment as the browser's own field for date and time writes it, in the time of this device. */
export function toLocalMoment(moment: Moment | null): string {
  if (moment === null) return ''
  const at = new Date(moment)
  const day = [at.getFullYear(), pad(at.getMonth() + 1), pad(at.getDate())].join('-')
  return `${day}T${pad(at.getHours())}:${pad(at.getMinutes())}`
}

/** Null for an empty field. */
export function fromLocalMoment(typed: string): Moment | null {
  const at = new Date(typed)
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}
