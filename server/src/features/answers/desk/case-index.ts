import type { AnnotationId, ProcessId } from '@randnotiz/contract/kit/ids'
import { Groups } from '../groups.js'
import type { CaseChanges } from '../storage/case-changes.js'
import type { CaseStore } from '../storage/case-store.js'
import type { CaseSummary } from '../storage/record.js'

/** What the office knows of a process, as of a moment. */
export type KnownCases = {
  byId: ReadonlyMap<AnnotationId, CaseSummary>
  groups: Groups
}

type Parts = { cases: CaseStore; changes: CaseChanges }

/**
 * The cases of a process, kept at hand: whoever asks reads only what has changed since somebody asked last. Several
 * processes of the server each have their own and know the same, because each follows the numbered changes.
 */
export class CaseIndex {
  #processId: ProcessId
  #parts: Parts
  /** Null until everything was read once. */
  #seq: number | null = null
  #byId = new Map<AnnotationId, CaseSummary>()
  #known: KnownCases | null = null
  #catchingUp: Promise<void> = Promise.resolve()

  constructor(processId: ProcessId, parts: Parts) {
    this.#processId = processId
    this.#parts = parts
  }

  /** With everything that was written before the call. */
  async known(): Promise<KnownCases> {
    const run = this.#catchingUp.catch(() => undefined).then(() => this.#catchUp())
    this.#catchingUp = run
    await run
    this.#known ??= { byId: new Map(this.#byId), groups: new Groups(this.#byId.values()) }
    return this.#known
  }

  async #catchUp(): Promise<void> {
    const { changes } = this.#parts
    this.#seq ??= await this.#readAll()
    await changes.list(this.#processId)
    for (;;) {
      const rows = await changes.since(this.#processId, this.#seq)
      const last = rows.at(-1)
      if (last === undefined) return
      this.#take(await this.#parts.cases.byIds([...new Set(rows.map(row => row.annotationId))]))
      this.#seq = last.seq
    }
  }

  /** What is changed while it reads has a number behind the one that it answers. */
  async #readAll(): Promise<number> {
    const head = await this.#parts.changes.head(this.#processId)
    for await (const portion of this.#parts.cases.ofProcess(this.#processId)) this.#take(portion)
    return head
  }

  #take(cases: readonly CaseSummary[]): void {
    for (const record of cases) this.#byId.set(record._id, record)
    this.#known = null
  }
}

/** One index for each process that somebody has asked about. */
export class CaseIndexes {
  #parts: Parts
  #byProcess = new Map<ProcessId, CaseIndex>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  known(processId: ProcessId): Promise<KnownCases> {
    const index = this.#byProcess.get(processId) ?? new CaseIndex(processId, this.#parts)
    this.#byProcess.set(processId, index)
    return index.known()
  }
}
