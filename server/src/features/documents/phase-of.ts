import type { ProcessId } from '@randnotiz/contract/kit/ids'
import type { Openings } from '@randnotiz/domain/accounts/permissions'

/** What is open in a process while its phase runs; null between phases. Known to a feature further right. */
export type PhaseOf = (processId: ProcessId) => Promise<Openings | null>
