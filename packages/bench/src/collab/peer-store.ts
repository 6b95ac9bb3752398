import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'

/** One synced file for each document: the store of peers that ask for a function to fetch and one to store. */
export function createPeerStore(folder: string | null) {
  const placeOf = (name: string) => join(folder ?? '', encodeURIComponent(name))
  return {
    fetch: async (name: string): Promise<Uint8Array | null> => {
      if (folder === null) return null
      return readFile(placeOf(name)).catch(() => null)
    },
    keep: async (name: string, state: Uint8Array): Promise<void> => {
      if (folder === null) return
      await mkdir(folder, { recursive: true })
      const draft = `${placeOf(name)}.draft`
      const file = await open(draft, 'w')
      await file.writeFile(state)
      await file.datasync()
      await file.close()
      await rename(draft, placeOf(name))
    },
  }
}
