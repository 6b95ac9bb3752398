import { createAdapter } from '@socket.io/redis-streams-adapter'
import { Redis } from 'ioredis'

/** Announcements reach the people on every instance: socket.io's adapter over a Redis stream. */
export function openRedisAdapter(redisUrl: string) {
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: null })
  return {
    adapter: createAdapter(redis, { streamName: 'randnotiz:realtime', maxLen: 10_000 }),
    onError: (report: (error: Error) => void) => void redis.on('error', report),
    close: () => redis.disconnect(),
  }
}
