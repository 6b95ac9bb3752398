import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { OwnReadMark, ReadMark } from '@randnotiz/contract/annotations/finding'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { DeedParts } from './parts.js'

/** A person has read everything up to a moment, at most up to now. Done twice it is done once. */
export async function markRead(
  { readMarks, clock }: Pick<DeedParts, 'readMarks' | 'clock'>,
  { readUpTo }: ReadMark,
  viewer: Viewer,
): Promise<Result<ReadMark>> {
  if (viewer.kind === 'anonymous') return refuse('accounts/sign-in-required')
  const now = clock.now().toISOString()
  await readMarks.raise(viewer.id, readUpTo < now ? readUpTo : now)
  return accept({ readUpTo: (await readMarks.of(viewer.id)) ?? now })
}

export async function ownReadMark(
  { readMarks }: Pick<DeedParts, 'readMarks'>,
  viewer: Viewer,
): Promise<Result<OwnReadMark>> {
  if (viewer.kind === 'anonymous') return refuse('accounts/sign-in-required')
  return accept({ readUpTo: await readMarks.of(viewer.id) })
}
