import { prepare } from 'server/operator/prepare'

/** Vitest's global setup for the journeys: they test the sources as they are now. */
export function setup(): void {
  prepare()
}
