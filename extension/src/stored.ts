import * as z from 'zod'
import { ApiError } from './failures'
import { oneAfterAnother } from './in-turn'
import { takeBack } from './installed'

type Area = 'local' | 'session'

/** One value kept in `chrome.storage`, parsed at every reading. */
export interface Stored<T> {
  get(): Promise<T>
  /** Reads it before anyone asks, and follows it from then on: for what a page shows first, while the page still loads. */
  readAhead(): void
  /** What was read ahead, as it is now; undefined until it was. */
  known(): T | undefined
  /** The same, waited for; read now where it was not read ahead. */
  soon(): Promise<T>
  /**
   * Changes and settings made in one context (the worker, one page) follow each other: none is lost to one that was read before.
   * Throws `STORAGE_FULL` where there is no room for it.
   */
  set(value: T): Promise<void>
  /** Read, change, write. */
  update(change: (value: T) => T): Promise<T>
  /** Calls `seen` with every new value until `signal` aborts. */
  watch(seen: (value: T) => void, signal: AbortSignal): void
}

/** What was stored, or `fallback` where it is missing, corrupt or written by another version. */
export function parseStored<S extends z.ZodType>(schema: S, raw: unknown, fallback: z.output<S>): z.output<S> {
  const parsed = schema.safeParse(raw)
  return parsed.success ? parsed.data : fallback
}

/** A record of which only the entries that parse are read: one bad entry (of an older version) takes no other with it. */
export function recordOf<S extends z.ZodType>(entry: S) {
  return z
    .record(z.string(), z.unknown())
    .transform(
      (all): Record<string, z.output<S>> =>
        Object.fromEntries(Object.entries(all).flatMap(([key, raw]) => parsedOrNothing(entry, raw).map((value) => [key, value]))),
    )
}

/** A list of which only the entries that parse are read. */
export function listOf<S extends z.ZodType>(entry: S) {
  return z.array(z.unknown()).transform((all): z.output<S>[] => all.flatMap((raw) => parsedOrNothing(entry, raw)))
}

function parsedOrNothing<S extends z.ZodType>(schema: S, raw: unknown): z.output<S>[] {
  const parsed = schema.safeParse(raw)
  return parsed.success ? [parsed.data] : []
}

/** Whether the browser keeps no more: each says so in other words, all of them with this one. */
function isFull(error: unknown): boolean {
  return error instanceof Error && /quota/i.test(`${error.name} ${error.message}`)
}

/**
 * Names a value in an area of `chrome.storage`. Never `sync`: tokens and pictures stay on this machine.
 * `makeSchema` is called when a value has come: a page reads what it shows first, and makes what it parses that by while it waits.
 */
export function stored<S extends z.ZodType>(
  area: Area,
  key: string,
  makeSchema: () => S,
  fallback: z.output<S>,
): Stored<z.output<S>> {
  type T = z.output<S>
  let schema: S | null = null
  const inTurn = oneAfterAnother()
  let ahead: Promise<T> | null = null
  let known: T | undefined

  const parse = (raw: unknown): T => {
    schema ??= makeSchema()
    return parseStored(schema, raw, fallback)
  }
  const get = async (): Promise<T> => {
    const all = await chrome.storage[area].get(key)
    return parse(all[key])
  }
  const write = async (value: T): Promise<void> => {
    try {
      await chrome.storage[area].set({ [key]: value })
    } catch (error) {
      throw isFull(error) ? new ApiError('STORAGE_FULL') : error
    }
  }
  const watch = (seen: (value: T) => void, signal: AbortSignal): void => {
    const listener = (changes: Record<string, chrome.storage.StorageChange>, changedArea: string) => {
      const change = changes[key]
      if (changedArea === area && change !== undefined) seen(parse(change.newValue))
    }
    chrome.storage.onChanged.addListener(listener)
    const leave = () => takeBack(() => chrome.storage.onChanged.removeListener(listener))
    signal.addEventListener('abort', leave, { once: true })
  }
  const readAndFollow = async (): Promise<T> => {
    watch((value) => {
      known = value
    }, new AbortController().signal)
    const read = await get()
    // A change that arrived while reading is newer than what was read.
    known = known === undefined ? read : known
    return known
  }

  return {
    get,
    set: (value) => inTurn(() => write(value)),
    watch,
    readAhead() {
      ahead ??= readAndFollow()
      ahead.catch((error: unknown) => console.info('Toile: not read ahead', key, error))
    },
    known: () => known,
    soon: () => (known === undefined ? (ahead ?? get()) : Promise.resolve(known)),
    update: (change) =>
      inTurn(async () => {
        const value = change(await get())
        await write(value)
        return value
      }),
  }
}
