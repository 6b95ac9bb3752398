import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { keepSessionSecret } from './session-secret.js'

const folders: string[] = []
afterEach(() => Promise.all(folders.splice(0).map(folder => rm(folder, { recursive: true }))))

it('is made once, also by two starts at once, and is nobody else’s to read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'randnotiz-secret-'))
  folders.push(folder)
  const [first, second] = await Promise.all([keepSessionSecret(folder), keepSessionSecret(folder)])
  expect(first).toBe(second)
  expect(first.length).toBeGreaterThanOrEqual(40)
  expect(await keepSessionSecret(folder)).toBe(first)
  expect((await stat(join(folder, 'session-secret'))).mode & 0o777).toBe(0o600)
  expect(await readdir(folder)).toEqual(['session-secret'])
})
