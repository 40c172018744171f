import type { Generation, GenerationItem } from 'shared'
import type { Finished, Made, Running } from './flow'

export const nothingMade: Made = { batch: [], retried: [], from: [], found: false, problem: null }

/** The same images, running as long as one of them is on its way. */
export function shown({ batch, retried, from, found, problem }: Made, stopping = false): Running | Finished {
  const made = { batch, retried, from, found, problem }
  return batch.every(({ finished }) => finished) ? { ...made, at: 'finished' } : { ...made, at: 'running', stopping }
}

const onItsWay = ({ state }: GenerationItem): boolean => state === 'queued' || state === 'running'
const settled = ({ items }: Generation): number => items.filter((item) => !onItsWay(item)).length

/**
 * Polls and the stream overtake each other: of two tellings the one with more settled images is the newer. Of two that
 * are finished the last one counts: addresses of images are renewed that way.
 */
function newer(known: Generation, told: Generation): Generation {
  if (known.finished) return told.finished ? told : known
  return settled(told) < settled(known) ? known : told
}

/** The batch with what was told of one of its generations. */
export function withNews(batch: Generation[], told: Generation): Generation[] {
  return batch.map((known) => (known.id === told.id ? newer(known, told) : known))
}

/** The batch with one more generation at its end; one that is there already is brought up to date instead. */
export function joined(batch: Generation[], generation: Generation): Generation[] {
  const known = batch.some(({ id }) => id === generation.id)
  return known ? withNews(batch, generation) : [...batch, generation]
}
