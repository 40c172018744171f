import { describe } from 'vitest'
import { motifsOf, promises } from '../generator-promises.ts'
import { organicPrints } from './organic-prints.ts'

describe.each(motifsOf(organicPrints))('%s', promises)
