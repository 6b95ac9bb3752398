import type { ProcessId } from '@randnotiz/contract/kit/ids'
import type { PhaseAllows } from '@randnotiz/contract/publishing/process'

/** What the running phase of a process allows; null between phases. Known to a feature further right. */
export type PhaseOf = (processId: ProcessId) => Promise<PhaseAllows | null>
