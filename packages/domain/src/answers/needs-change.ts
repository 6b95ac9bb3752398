import type { Outcome } from '@randnotiz/contract/answers/outcome'

/** Whoever says that a contribution was adopted, wholly or partly, shows the change in the text. */
export function needsChange({ kind }: Outcome): boolean {
  return kind === 'adopted' || kind === 'partly'
}
