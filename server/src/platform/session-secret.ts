import { randomBytes, randomUUID } from 'node:crypto'
import { link, readFile, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The secret that signs session cookies, made at the first start. Readable by the owner only. It is put in place by a
 * hard link, which fails when the file exists, so that two starts at once agree on one and no half-written file is read.
 */
export async function keepSessionSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, 'session-secret')
  const known = await readIfThere(path)
  if (known !== null) return known
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true })
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await unlink(draft)
  return readFile(path, 'utf8')
}

function readIfThere(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}
