import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { freePort } from '@randnotiz/test-kit/free-port'
import { until } from '@randnotiz/test-kit/until'
import { Redis } from 'ioredis'

/** A Redis of this machine; null when there is none. */
export const redisServerPath =
  [process.env.REDIS_SERVER_PATH, '/usr/bin/redis-server', '/usr/local/bin/redis-server'].find(
    path => path !== undefined && path !== '' && existsSync(path),
  ) ?? null

export type RunningRedis = { url: string; stop(): Promise<void> }

/** A real Redis on a free port, which keeps nothing. */
export async function startRedis(): Promise<RunningRedis> {
  const port = await freePort()
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  const child = spawn(redisServerPath ?? 'redis-server', settings, { stdio: 'ignore' })
  const ended = new Promise(resolve => child.once('close', resolve))
  const url = `redis://127.0.0.1:${port}`
  const probe = new Redis(url, { retryStrategy: () => 50 })
  probe.on('error', () => {})
  await until('Redis answers', async () => (await probe.ping().catch(() => '')) === 'PONG')
  probe.disconnect()
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}
