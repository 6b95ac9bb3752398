import { randomUUID } from 'node:crypto'
import { link, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type CollabStore, emptyHead, type Head } from './store.js'

/**
 * A durable store in a folder, for one process: tests that kill the server, benchmarks, small tools. Every file is
 * written under another name, synced, and then linked or renamed into place, so it is there completely or not at all.
 *
 *     <folder>/<documentId>/head            JSON
 *     <folder>/<documentId>/row.<epoch>.<seq>
 *     <folder>/<documentId>/chunk.<generation>.<token>.<index>
 */
export function createFileStore(folder: string): CollabStore {
  const shelfOf = async (documentId: string) => {
    const shelf = join(folder, encodeURIComponent(documentId))
    await mkdir(shelf, { recursive: true })
    return shelf
  }
  return {
    readHead: async id => readHead(await shelfOf(id)),
    createHead: async (id, head) => {
      await place(await shelfOf(id), 'head', { bytes: encodeHead(head), replace: false })
    },
    switchHead: async (id, expected, next) => {
      const shelf = await shelfOf(id)
      const head = await readHead(shelf)
      if (head?.epoch !== expected.epoch || head.generation !== expected.generation) return false
      return place(shelf, 'head', { bytes: encodeHead(next), replace: true })
    },
    appendRow: async (id, { epoch, seq, updates }) =>
      place(await shelfOf(id), `row.${epoch}.${seq}`, { bytes: updates, replace: false }),
    readRows: async (id, { epoch, after }) => {
      const shelf = await shelfOf(id)
      const rows = (await filesOf(shelf, 'row')).map(numbersOf)
      const wanted = rows.filter(row => row[0] === epoch && row[1] > after).sort((a, b) => a[1] - b[1])
      return Promise.all(
        wanted.map(async ([, seq]) => ({
          epoch,
          seq,
          updates: await readFile(join(shelf, `row.${epoch}.${seq}`)),
        })),
      )
    },
    deleteRows: async (id, { epoch, upTo }) => {
      const shelf = await shelfOf(id)
      for (const file of await filesOf(shelf, 'row')) {
        const [ofEpoch, seq] = numbersOf(file)
        if (ofEpoch < epoch || (ofEpoch === epoch && seq <= upTo)) await rm(join(shelf, file))
      }
    },
    writeChunk: async (id, { generation, token, index, bytes }) => {
      await place(await shelfOf(id), `chunk.${generation}.${token}.${index}`, { bytes, replace: true })
    },
    readChunks: async (id, token) => {
      const shelf = await shelfOf(id)
      const files = (await filesOf(shelf, 'chunk')).filter(file => file.split('.')[2] === token)
      const index = (file: string) => Number(file.split('.')[3])
      return Promise.all(files.sort((a, b) => index(a) - index(b)).map(file => readFile(join(shelf, file))))
    },
    deleteChunks: async (id, { generation, keep }) => {
      const shelf = await shelfOf(id)
      for (const file of await filesOf(shelf, 'chunk')) {
        const [, ofGeneration, token] = file.split('.')
        if (Number(ofGeneration) <= generation && token !== keep) await rm(join(shelf, file))
      }
    },
  }
}

async function filesOf(shelf: string, kind: 'row' | 'chunk'): Promise<string[]> {
  return (await readdir(shelf)).filter(file => file.startsWith(`${kind}.`))
}

function numbersOf(file: string): [number, number] {
  const [, first, second] = file.split('.')
  return [Number(first), Number(second)]
}

const encodeHead = (head: Head) => Buffer.from(JSON.stringify(head))

/** Throws if it is not a head: a document that does not open is better than one without half of its log. */
function decodeHead(text: string): Head {
  const head: unknown = JSON.parse(text)
  if (!isHead(head)) throw new Error('the head is damaged')
  return head
}

function isHead(value: unknown): value is Head {
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(emptyHead).every(([name, like]) => typeof Reflect.get(value, name) === typeof like)
}

async function readHead(shelf: string): Promise<Head | null> {
  try {
    return decodeHead(await readFile(join(shelf, 'head'), 'utf8'))
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null
    throw error
  }
}

/** Puts a synced file in its place; false if the place is taken and must not be replaced. */
async function place(
  shelf: string,
  name: string,
  { bytes, replace }: { bytes: Uint8Array; replace: boolean },
): Promise<boolean> {
  const draft = join(shelf, `draft.${randomUUID()}`)
  await writeSynced(draft, bytes)
  try {
    if (replace) await rename(draft, join(shelf, name))
    else {
      await link(draft, join(shelf, name))
      await rm(draft)
    }
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
    await rm(draft)
    return false
  }
  await syncFolder(shelf)
  return true
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(bytes)
    await file.datasync()
  } finally {
    await file.close()
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
