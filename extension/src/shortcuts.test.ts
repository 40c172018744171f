import { afterEach, expect, test, vi } from 'vitest'
import { keysIn, readShortcuts, shortcutOf } from './shortcuts'

afterEach(() => vi.unstubAllGlobals())

test('only what the browser assigned is told; the rest is not set', async () => {
  const getAll = async () => [
    { name: 'pick', shortcut: '' },
    { name: 'gallery', shortcut: 'Alt+Shift+G' },
  ]
  vi.stubGlobal('chrome', { commands: { getAll } })
  expect(await readShortcuts()).toEqual({ _execute_action: null, pick: null, region: null, gallery: ['Alt', '⇧', 'G'] })
  expect(await shortcutOf('gallery')).toEqual(['Alt', '⇧', 'G'])
})

test('a browser without commands has none', async () => {
  vi.stubGlobal('chrome', {})
  expect(await shortcutOf('pick')).toBeNull()
})

test('a Mac writes the keys without anything between them', () => {
  expect(keysIn('⌥⇧P')).toEqual(['⌥', '⇧', 'P'])
  expect(keysIn('Ctrl+Comma')).toEqual(['Ctrl', 'Comma'])
})
