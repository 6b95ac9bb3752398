import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe } from 'vitest'
import { createFileStore } from './file-store.js'
import { createMemoryStore } from './memory-store.js'
import { describeStoreRules } from './testing/store-rules.js'

describe('the memory store', () => describeStoreRules(async () => createMemoryStore()))
describe('the file store', () =>
  describeStoreRules(async () => createFileStore(await mkdtemp(join(tmpdir(), 'collab-')))))
