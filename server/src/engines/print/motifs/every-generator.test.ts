import { describe } from 'vitest'
import { motifsOf, promises } from './generator-promises.ts'
import { generators } from './generators.ts'
import { organicPrints } from './organic/organic-prints.ts'

/** Those grown from noise take as long as all others and have a file of their own. */
describe.each(motifsOf(generators).filter((motif) => !(motif in organicPrints)))('%s', promises)
