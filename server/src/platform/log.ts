import { type Logger, pino } from 'pino'

export type Log = Logger

/** One JSON line an event on standard output; whatever could carry a secret is left out. */
export function createLog(level: string): Log {
  return pino({
    level,
    redact: {
      paths: [
        'req.headers.authorization',
        'req.headers.cookie',
        'headers.authorization',
        'headers.cookie',
        '*.token',
        '*.secret',
      ],
      censor: '[redacted]',
    },
  })
}
