import { expect, test } from 'vitest'
import {
  adjust,
  capture,
  clawBack,
  configure,
  grant,
  hold,
  refund,
  release,
  setBudget,
  setCap,
} from '../../../test/support/wallet-steps.ts'
import type { Command } from './commands.ts'
import { payloadHash } from './payload-hash.ts'

test.each<[string, Command, Command]>([
  ['a hold sent again with a yes', hold('h', 4), hold('h', 4, { useReserve: true, overBudget: true })],
  [
    'a hold of which the server makes the ids anew',
    hold('h', 4),
    hold('other', 4, { reference: 'generation-2', priceVersion: 2 }),
  ],
  ['a grant of the same fact, told later', grant('lot', 5), grant('other', 5, { effectiveAt: 9, expiresAt: 10 })],
  ['an adjustment whose row is named anew', adjust(5), adjust(5, { lotId: 'other', reference: 'adjustment-2', expiresAt: 9 })],
  ['settings in another order', configure({ reserve: 1, lowCredits: 2 }), configure({ lowCredits: 2, reserve: 1 })],
])('%s means the same', (_what, first, again) => {
  expect(payloadHash(again)).toBe(payloadHash(first))
})

test.each<[string, Command, Command]>([
  ['a hold of more', hold('h', 4), hold('h', 5)],
  ['a hold for another wish', hold('h', 4), hold('h', 4, { payload: 'in blue' })],
  ['a hold for another purpose', hold('h', 4), hold('h', 4, { purpose: 'upscale' })],
  ['a hold for another project', hold('h', 4), hold('h', 4, { projectId: 'project' })],
  ['a grant of more', grant('lot', 5), grant('lot', 6)],
  ['a grant of another kind', grant('lot', 5), grant('lot', 5, { kind: 'promo' })],
  ['a grant of another fact', grant('lot', 5, { reference: 'a' }), grant('lot', 5, { reference: 'b' })],
  ['a capture instead of a release', capture('h', 1), release('h', 1)],
  ['a capture of another hold', capture('h', 1), capture('i', 1)],
  ['a release because of a cancel', release('h', 1), release('h', 1, 'cancelled')],
  ['a refund of more', refund('h', 1), refund('h', 2)],
  ['another cap', setCap(5), setCap(6)],
  ['another cycle', setCap(5), setCap(5, { cycle: 'cycle-2' })],
  ['more money undone', clawBack('lot', 1), clawBack('lot', 2)],
  ['an adjustment that takes', adjust(5), adjust(-5)],
  ['another budget', setBudget('project', 5, 'stop'), setBudget('project', 5, 'ask')],
  ['no limit', setBudget('project', 0, 'stop'), setBudget('project', null, 'stop')],
])('%s means another thing', (_what, first, other) => {
  expect(payloadHash(other)).not.toBe(payloadHash(first))
})
