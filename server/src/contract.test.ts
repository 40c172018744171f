import { draft, generationRequest, liveEvent, wireError } from 'shared'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { request } from '../../test/support/requests.ts'
import { createRouter, type RouterDeps } from './router.ts'

/** Building the router asks nothing of the features. */
const features: RouterDeps = new Proxy(Object.create(null), { get: () => ({}) })
const procedure = z.custom<{ _def: unknown }>((value) => typeof value === 'function' && '_def' in value)
const definition = z.object({ inputs: z.array(z.unknown()), output: z.unknown().optional() })
const router = z.record(z.string(), procedure).parse(createRouter(features)._def.procedures)
const procedures = Object.entries(router).map(([name, { _def }]) => {
  const { inputs, output } = definition.parse(_def)
  return { name, questions: inputs.filter(isSchema), answer: isSchema(output) ? output : null }
})
/** The live stream's events and errors are no procedure's output. */
const answers = [
  ...procedures.flatMap(({ name, answer }) => (answer === null ? [] : [{ name, answer }])),
  { name: 'live.events', answer: liveEvent },
  { name: 'every refusal', answer: wireError },
]

function isSchema(parser: unknown): parser is z.ZodType {
  return parser instanceof z.ZodType
}

/** Paths of the objects in a schema, each with whether it refuses fields that it does not know. */
function objectsOf(schema: z.ZodType): { path: string; strict: boolean }[] {
  const found: { path: string; strict: boolean }[] = []
  const visit = (node: unknown, path: string) => {
    if (typeof node !== 'object' || node === null) return
    if ('type' in node && node.type === 'object') {
      found.push({ path, strict: 'additionalProperties' in node && node.additionalProperties === false })
    }
    for (const [key, child] of Object.entries(node)) visit(child, `${path}/${key}`)
  }
  visit(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }), '')
  return found
}

test('every procedure but the stream says what it answers, and all of it was found here', () => {
  expect(procedures.filter(({ answer }) => answer === null).map(({ name }) => name)).toEqual(['live.events'])
  expect(procedures.length).toBeGreaterThan(20)
})

test.each(answers)('$name may answer more than this version knows, however deep', ({ answer }) => {
  expect(objectsOf(answer).filter(({ strict }) => strict)).toEqual([])
})

test('answers are seen whole: their objects, lists and variants', () => {
  const nested = z.object({ list: z.array(z.object({ one: z.union([z.strictObject({ a: z.int() }), z.null()]).default(null) })) })
  expect(objectsOf(nested.transform(String)).map(({ strict }) => strict)).toEqual([false, false, true])
})

test('a draft that a newer extension left is read, and what this version knows of it can be sent', () => {
  const asked = generationRequest.parse(request(4))
  const kept = { intentId: asked.intentId, source: null, credits: 4, createdAt: '2026-11-22T09:00:00Z', shared: true }
  expect(draft.parse({ ...kept, request: { ...asked, fabric: 'linen' } }).request).toEqual(asked)
})

const questions = procedures.flatMap(({ name, questions }) => questions.map((question) => ({ name, question })))

test.each(questions)('$name refuses a field that this version does not know', ({ question }) => {
  expect(objectsOf(question).filter(({ strict }) => !strict)).toEqual([])
})
