import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createFileStore } from './file-store.js'
import { createMemoryStore } from './memory-store.js'
import { emptyHead } from './store.js'
import { describeStoreRules } from './testing/store-rules.js'

const freshFolder = () => mkdtemp(join(tmpdir(), 'collab-'))

describe('the memory store', () => describeStoreRules(async () => createMemoryStore()))
describe('the file store', () => {
  describeStoreRules(async () => createFileStore(await freshFolder()))

  it('opens no document whose head is damaged', async () => {
    const folder = await freshFolder()
    const store = createFileStore(folder)
    await store.createHead('d', emptyHead)
    for (const damaged of ['', '{}', '{"epoch":1,"generation":0,"seq":"-1","token":"","chunks":0}', 'null']) {
      await writeFile(join(folder, 'd', 'head'), damaged)
      await expect(store.readHead('d')).rejects.toThrow()
    }
  })
})
