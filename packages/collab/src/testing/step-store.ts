import { createInlineFolder, type Folder } from '../folder.js'
import { createMemoryStore } from '../memory-store.js'
import type { CollabStore } from '../store.js'

export type Outcome = 'done' | 'failed before' | 'failed after'

interface Step {
  name: string
  finish(outcome: Outcome): Promise<void>
}

export interface StepStore {
  store: CollabStore
  /** Folding is a step like the calls of the store: much may happen before it is done. */
  folder: Folder
  /** Calls that have been made and not answered, oldest first. */
  pending: Step[]
  /** From now on every call is answered at once. */
  flow(): void
  /** The process is dead: open calls are never answered, later ones never made. */
  crash(): void
}

/** A store in which each call waits until the test lets it happen, fail, or happen and then fail. */
export function createStepStore(disk: CollabStore = createMemoryStore()): StepStore {
  const pending: Step[] = []
  let mode: 'by hand' | 'flowing' | 'crashed' = 'by hand'
  const call = <T>(name: string, act: () => Promise<T>): Promise<T> => {
    if (mode === 'flowing') return act()
    if (mode === 'crashed') return new Promise<T>(() => {})
    return new Promise<T>((resolve, reject) => {
      const finish = async (outcome: Outcome) => {
        pending.splice(pending.indexOf(step), 1)
        if (outcome === 'failed before') return reject(new Error(`${name} failed`))
        const result = await act()
        if (outcome === 'failed after') reject(new Error(`${name} answered too late`))
        else resolve(result)
      }
      const step: Step = { name, finish }
      pending.push(step)
    })
  }
  const inline = createInlineFolder()
  return {
    pending,
    folder: {
      fold: (base, updates) => {
        const taken = [...updates]
        return call('fold', () => inline.fold(base, taken))
      },
      diff: (update, vector) => call('diff', () => inline.diff(update, vector)),
      close: inline.close,
    },
    flow: () => {
      mode = 'flowing'
      for (const step of [...pending]) void step.finish('done')
    },
    crash: () => {
      mode = 'crashed'
      pending.length = 0
    },
    store: {
      readHead: id => call('readHead', () => disk.readHead(id)),
      createHead: (id, head) => call('createHead', () => disk.createHead(id, head)),
      switchHead: (id, expected, next) => call('switchHead', () => disk.switchHead(id, expected, next)),
      appendRow: (id, row) => call('appendRow', () => disk.appendRow(id, row)),
      readRows: (id, range) => call('readRows', () => disk.readRows(id, range)),
      deleteRows: (id, range) => call('deleteRows', () => disk.deleteRows(id, range)),
      writeChunk: (id, chunk) => call('writeChunk', () => disk.writeChunk(id, chunk)),
      readChunks: (id, token) => call('readChunks', () => disk.readChunks(id, token)),
      deleteChunks: (id, range) => call('deleteChunks', () => disk.deleteChunks(id, range)),
    },
  }
}
