import { expect, test } from 'vitest'
import { how, job } from '../../../../test/support/one-engine.ts'
import { photograph } from '../../../../test/support/pictures.ts'
import { ToileError } from '../../platform/errors.ts'
import { Draining, type Engine } from '../engine.ts'
import { createPrintEngine } from '../print/print-engine.ts'
import { withModeration } from './moderation/moderated.ts'
import { paidFor } from './paid-for.ts'
import { withTrueRepeat } from './true-repeat.ts'

test('what is done with a picture that is paid for ends when nobody wants it, and not when the server does', () => {
  expect(paidFor(AbortSignal.abort(new Draining())).aborted).toBe(false)
  const stopped = new ToileError('CANCELLED')
  expect(paidFor(AbortSignal.abort(stopped)).reason).toBe(stopped)
  const [later, ending] = [new AbortController(), new AbortController()]
  const [stops, goesOn] = [paidFor(later.signal), paidFor(ending.signal)]
  later.abort(stopped)
  ending.abort(new Draining())
  expect([stops.reason, goesOn.aborted]).toEqual([stopped, false])
})

test('a picture that comes as the server ends is still moderated and laid as a repeat', async () => {
  const print = createPrintEngine({ threads: 1 })
  const picture = await photograph(128, 128)
  const gone = new AbortController()
  const service: Engine = {
    ...print,
    run: async ({ seed }) => {
      gone.abort(new Draining())
      return { bytes: picture, seed, engine: 'service', model: 'm', warnings: [], understood: [] }
    },
  }
  let checks = 0
  const check = async (_shown: unknown, signal: AbortSignal) => {
    signal.throwIfAborted()
    checks += 1
  }
  const engine = withModeration(withTrueRepeat(service, print), () => {}, { check })
  const { bytes } = await engine.run(job({ options: { layout: 'block' } }), how({ signal: gone.signal }))
  await print.close()
  expect(bytes).not.toEqual(picture)
  expect(checks).toBe(2)
})
