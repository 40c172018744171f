// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import type { Project } from 'shared'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { budgetWords } from './budget-words'
import { ProjectMenu } from './project-menu'
import type { Projects } from './use-projects'

const terms = { whenUsedUp: 'stop', images: 0, createdAt: '2026-11-22T09:00:00Z', archivedAt: null } as const
const resort: Project = { ...terms, id: 'resort-27', name: 'Resort 27', budget: 60, used: 24, left: 36 }
const swim: Project = { ...terms, id: 'swim-capsule', name: 'Swim capsule', budget: null, used: 5, left: null }
const choose = vi.fn(async () => undefined)
const projects: Projects = {
  list: [resort, swim],
  failed: null,
  current: resort,
  choose,
  create: async () => resort,
  reload: () => undefined,
}

beforeEach(() => {
  vi.stubGlobal('chrome', fakeChrome())
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  choose.mockClear()
})

async function open(): Promise<HTMLElement> {
  const place = document.body.appendChild(document.createElement('div'))
  await act(async () => createRoot(place).render(<ProjectMenu projects={projects} />))
  await act(async () => place.querySelector('button')?.click())
  return place
}

const press = (key: string) =>
  act(async () => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))

test('the current project is named with what its budget leaves, and has the focus when the menu opens', async () => {
  const place = await open()
  expect(place.querySelector('button')?.getAttribute('aria-label')).toBe('Project: Resort 27, 36 left')
  expect(document.activeElement?.textContent).toBe('Resort 2736 left')
})

test('arrow keys go through the projects; choosing one closes the menu and gives the focus back', async () => {
  const place = await open()
  await press('ArrowDown')
  expect(document.activeElement?.textContent).toBe('Swim capsule')
  await act(async () => (document.activeElement as HTMLElement).click())
  expect(choose).toHaveBeenCalledExactlyOnceWith(swim)
  expect(place.querySelector('[role="menu"]')).toBeNull()
  expect(document.activeElement).toBe(place.querySelector('button'))
})

test('Escape closes the menu and nothing around it', async () => {
  const around = vi.fn()
  document.addEventListener('keydown', around)
  const place = await open()
  await press('Escape')
  expect(place.querySelector('[role="menu"]')).toBeNull()
  expect(around).not.toHaveBeenCalled()
  document.removeEventListener('keydown', around)
})

test('who goes on with Tab leaves no list over what comes next', async () => {
  const place = await open()
  const next = document.body.appendChild(document.createElement('button'))
  await act(async () => next.focus())
  expect(place.querySelector('[role="menu"]')).toBeNull()
  expect(document.activeElement).toBe(next)
})

test('a budget tells what is left where that is little', () => {
  expect([
    budgetWords(resort),
    budgetWords({ budget: 40, used: 36, left: 4 }),
    budgetWords({ budget: 40, used: 44, left: 0 }),
    budgetWords(swim),
  ]).toEqual(['24 of 60 credits used', '36 of 40 credits used, 4 left', '44 of 40 credits used, none left', '5 credits used'])
})
