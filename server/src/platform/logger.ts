import { type Logger, pino } from 'pino'

export type { Logger }

/** One JSON line an event on standard output. Errors are logged under `error`. */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: label => ({ level: label }) },
    serializers: { error: pino.stdSerializers.err },
    redact: ['request.headers.cookie', 'request.headers.authorization'],
  })
}
