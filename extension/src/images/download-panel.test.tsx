// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import type { Image } from 'shared'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { sampleImage } from '../../testing/generations'
import { DownloadPanel } from './download-panel'

const asked = vi.fn()
let place: HTMLElement

async function shown(image: Image = sampleImage(), locale = 'en'): Promise<void> {
  vi.stubGlobal('chrome', fakeChrome({}, locale))
  place = document.body.appendChild(document.createElement('div'))
  const panel = <DownloadPanel id="file" image={image} working={false} onDownload={asked} onPalette={() => {}} />
  await act(async () => createRoot(place).render(panel))
}

const fields = () => [...place.querySelectorAll('input')]
const button = () => place.querySelector('button')
async function type(field: HTMLInputElement | undefined, text: string): Promise<void> {
  // React listens to changes that it did not make itself.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
  await act(async () => field?.dispatchEvent(new Event('input', { bubbles: true })))
}

beforeEach(() => {
  asked.mockReset()
  document.body.replaceChildren()
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
})

test('width and resolution follow each other, and the one that was typed is asked for', async () => {
  await shown()
  expect(fields().map(({ value }) => value)).toEqual(['8.67', '300'])
  await type(fields()[1], '150')
  expect(fields()[0]?.value).toBe('17.34')
  await type(fields()[0], '10')
  expect(fields()[1]?.value).toBe('260.1')
  await act(async () => button()?.click())
  expect(asked).toHaveBeenCalledExactlyOnceWith({ format: 'png', widthCm: 10 })
})

test('a number is typed as people write it here', async () => {
  await shown(sampleImage(), 'pt_BR')
  expect(fields()[0]?.value).toBe('8,67')
  await type(fields()[0], '12,5')
  await act(async () => button()?.click())
  expect(asked).toHaveBeenCalledExactlyOnceWith({ format: 'png', widthCm: 12.5 })
})

test('what cannot be printed is not asked for, and the limits are said', async () => {
  await shown()
  await type(fields()[1], '9000')
  await act(async () => button()?.click())
  expect(asked).not.toHaveBeenCalled()
  expect(place.textContent).toContain('from 20 to 2400 dpi')
  expect(fields()[1]?.getAttribute('aria-invalid')).toBe('true')
})

test('shapes are offered where there are some', async () => {
  const formats = () => [...place.querySelectorAll('option')].map(({ value }) => value)
  await shown()
  expect(formats()).toEqual(['png', 'jpeg', 'webp'])
  await shown({ ...sampleImage(), svgUrl: 'http://127.0.0.1:8787/images/image-0001/svg' })
  expect(formats()).toContain('svg')
})
