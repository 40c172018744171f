import { InvalidArgumentError } from 'commander'
import { walletSettingsUpdate } from 'shared'
import * as z from 'zod'
import { entitlementName } from '../entitlements/gate.ts'
import { newCode } from '../promos/code.ts'

/** As many as one order may give or take: a slip of the keyboard stays within bounds. */
const mostCredits = 1_000_000

/** As long as an order may make credits good for: ten years. */
export const mostDays = 3650

/** Reads a number of credits for commander; whole, and none is none. */
export function readCredits(text: string): number {
  const value = Number(text)
  if (!/^-?\d+$/.test(text) || value === 0 || Math.abs(value) > mostCredits)
    throw new InvalidArgumentError(`It must be a whole number of credits, at most ${mostCredits}.`)
  return value
}

export function readDays(text: string): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < 1 || value > mostDays)
    throw new InvalidArgumentError(`It must be from 1 to ${mostDays} days.`)
  return value
}

export function readDay(text: string): string {
  if (!z.iso.date().safeParse(text).success) throw new InvalidArgumentError('It must be a day like 2027-12-31.')
  return text
}

/** A key is kept with what it did, for good: the same one never acts twice. */
export function readKey(text: string): string {
  if (!/^[\w.:@-]{1,80}$/.test(text)) throw new InvalidArgumentError('It may have letters, digits and . : @ _ -, at most 80.')
  return text
}

export function readText(text: string): string {
  const value = text.trim()
  if (value === '' || value.length > 500) throw new InvalidArgumentError('It needs some words, at most 500 characters.')
  return value
}

export function readCount(text: string): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < 1 || value > 100) throw new InvalidArgumentError('It must be a whole number from 1 to 100.')
  return value
}

/** A side of a picture in px; a woven one has 512 threads to a repeat. */
export function readSide(text: string): number {
  if (!['512', '1024', '2048', '4096'].includes(text)) throw new InvalidArgumentError('It must be 512, 1024, 2048 or 4096.')
  return Number(text)
}

/** As it was typed: it also says how the code is written to the designer. */
export function readCode(text: string): string {
  if (!newCode.safeParse(text).success) throw new InvalidArgumentError('It must be of 3 to 40 letters and digits, like SPRING26.')
  return text
}

/** A whole number above zero: credits that a code brings, or how often it may be used. */
export function readAmount(text: string): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < 1 || value > mostCredits)
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${mostCredits}.`)
  return value
}

export function readTimeZone(text: string): string {
  if (!walletSettingsUpdate.shape.timeZone.safeParse(text).success)
    throw new InvalidArgumentError('It must be a time zone like Europe/Lisbon.')
  return text
}

export function readEntitlement(text: string): string {
  if (!entitlementName.test(text))
    throw new InvalidArgumentError('It must be a name of small letters, digits and dashes, like creative.')
  return text
}
