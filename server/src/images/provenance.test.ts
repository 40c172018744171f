import sharp from 'sharp'
import { afterEach, expect, test } from 'vitest'
import { type Caller, pictureForm } from '../../../test/support/caller.ts'
import { photograph } from '../../../test/support/pictures.ts'
import { finished, request } from '../../../test/support/requests.ts'
import { startTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { createPrintEngine } from '../engines/print/print-engine.ts'

let app: TestApp
afterEach(() => app.close())

/** Makes an image; gives its id and the source type that its file says. */
async function made(client: Caller, asked: Record<string, unknown>): Promise<{ id: string; type: string | undefined }> {
  const { items } = await finished(client, (await client.generations.request.mutate(request(1, asked))).id)
  const image = items[0]?.image
  if (!image) throw new Error(`Nothing was made of ${JSON.stringify(asked)}: ${items[0]?.reason}`)
  const { xmpAsString = '' } = await sharp(await (await fetch(image.url)).arrayBuffer()).metadata()
  return { id: image.id, type: /digitalsourcetype\/(\w+)</.exec(xmpAsString)?.[1] }
}

test('what is made of an AI’s picture says so, however often it is made over by the print engine', async () => {
  // A model that paints what the print engine would have drawn: what counts is what it calls itself.
  const studio = { ...createPrintEngine({}), name: 'studio', kind: 'trained' } as const
  app = await startTestApp({ engines: [createPrintEngine({}), studio] })
  const { client } = await app.guest()
  const upload = await client.images.upload.mutate(pictureForm(await photograph(96, 64), 'image/png'))
  const recoloured = (sourceImageId: string) =>
    made(client, { operation: 'recolour', prompt: '', sourceImageId, palette: ['#112233', '#f4efe6'], engine: 'print' })

  const painted = await made(client, { engine: 'studio' })
  const once = await recoloured(painted.id)
  const twice = await recoloured(once.id)
  const drawn = await recoloured(upload.id)
  expect([painted.type, once.type, twice.type, drawn.type]).toEqual([
    'trainedAlgorithmicMedia',
    'compositeWithTrainedAlgorithmicMedia',
    'compositeWithTrainedAlgorithmicMedia',
    'algorithmicMedia',
  ])
})
