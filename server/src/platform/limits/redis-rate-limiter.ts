import { Redis } from 'ioredis'
import { z } from 'zod'
import { limits, type RateLimiter } from './rate-limiter.js'

/**
 * One token bucket in Redis, by Redis's own clock: a hash with the tokens left and the moment they were counted,
 * forgotten when it would be full again. Answers the whole seconds to wait.
 */
const takeToken = `
local burst, rate = tonumber(ARGV[1]), tonumber(ARGV[2])
local time = redis.call('TIME')
local now = tonumber(time[1]) + tonumber(time[2]) / 1000000
local bucket = redis.call('HMGET', KEYS[1], 'tokens', 'at')
local tokens = math.min(burst, (tonumber(bucket[1]) or burst) + (now - (tonumber(bucket[2]) or now)) * rate)
if tokens < 1 then return math.max(1, math.ceil((1 - tokens) / rate)) end
redis.call('HSET', KEYS[1], 'tokens', tostring(tokens - 1), 'at', tostring(now))
redis.call('EXPIRE', KEYS[1], math.ceil(burst / rate) + 1)
return 0`

type Log = { warn(details: object, message: string): void }

/** Shared by all instances. While Redis cannot be reached nobody is limited: an outage should not lock people out. */
export function createRedisLimiter(redisUrl: string, log: Log): RateLimiter {
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: 1, enableOfflineQueue: false })
  redis.on('error', error => log.warn({ error }, 'rate limits: Redis failed'))
  return {
    take: async (limit, key) => {
      const { burst, perSecond } = limits[limit]
      try {
        const wait = await redis.eval(takeToken, 1, `randnotiz:limit:${limit}:${key}`, burst, perSecond)
        return z.number().parse(wait)
      } catch (error) {
        log.warn({ error }, 'rate limits: not counted')
        return 0
      }
    },
    close: async () => redis.disconnect(),
  }
}
