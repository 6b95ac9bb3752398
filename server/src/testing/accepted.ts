import type { Result } from '@randnotiz/contract/kit/result'

/** The value of what must not be refused. */
export function accepted<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`)
  return result.value
}
