import type * as z from 'zod'
import { apiError } from './api-error'
import { type Client, connector, type SessionSource, type Telling } from './connection'

/** Runs a call with the current session, and once more with a new one where the token was refused. */
export function caller(sessions: SessionSource) {
  const clientOf = connector()
  return async <S extends z.ZodType>(
    answers: S,
    run: (client: Client) => Promise<unknown>,
    newsIn?: (answer: z.output<S>) => Telling,
  ): Promise<z.output<S>> => {
    // Without a session nothing was asked of a server: who signs in tells by itself that it is away.
    const session = await sessions.current().catch((error: unknown) => {
      throw apiError(error)
    })
    const tell = (telling: Telling) => sessions.tell({ serverUrl: session.serverUrl, ...telling })
    try {
      const answer = await run(clientOf(session)).catch(async (error: unknown) => {
        if (apiError(error).code !== 'UNAUTHORIZED') throw error
        return run(clientOf(await sessions.renew(session.token)))
      })
      const parsed = answers.parse(answer)
      tell(newsIn ? newsIn(parsed) : { reachable: true })
      return parsed
    } catch (error) {
      const known = apiError(error)
      tell({ reachable: known.code !== 'OFFLINE' })
      throw known
    }
  }
}
