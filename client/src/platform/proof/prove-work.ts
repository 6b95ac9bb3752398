import { Challenge, getChallenge } from '@randnotiz/contract/kit/proof'
import { z } from 'zod'

/** Longest time that a browser may compute; in milliseconds. */
const patience = 60_000

/** Gets a challenge and solves it; null when there is no way to. */
export async function proveWork(): Promise<string | null> {
  const response = await fetch(getChallenge.path).catch(() => null)
  const challenge = Challenge.safeParse(await response?.json().catch(() => null))
  return challenge.success ? solveBeside(challenge.data) : null
}

function solveBeside(challenge: Challenge): Promise<string | null> {
  const worker = new Worker(new URL('./proof-worker.ts', import.meta.url), { type: 'module' })
  const solved = new Promise<string | null>(resolve => {
    worker.addEventListener('message', event => resolve(z.string().parse(event.data)))
    worker.addEventListener('error', () => resolve(null))
    setTimeout(() => resolve(null), patience)
  })
  worker.postMessage(challenge)
  return solved.finally(() => worker.terminate())
}
