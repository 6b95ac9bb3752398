import { createAdapter } from '@socket.io/redis-streams-adapter'
import { Redis } from 'ioredis'
import type { ServerOptions } from 'socket.io'

export type RedisAdapter = {
  adapter: ServerOptions['adapter']
  onError(report: (error: Error) => void): void
  /** Whether something that is sent now goes out now. */
  isReady(): boolean
  close(): void
}

/** Announcements reach the people on every instance: socket.io's adapter over a Redis stream. */
export function openRedisAdapter(redisUrl: string): RedisAdapter {
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: null })
  return {
    adapter: createAdapter(redis, { streamName: 'randnotiz:realtime', maxLen: 10_000 }),
    onError: report => void redis.on('error', report),
    isReady: () => redis.status === 'ready',
    close: () => redis.disconnect(),
  }
}
