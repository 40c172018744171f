import { spawn, spawnSync } from 'node:child_process'
import type { Page } from 'playwright-core'

/** A screen of its own, with a real pointer and a real keyboard. */
export interface Screen {
  display: string
  /** Right-clicks at a point of a page; CSS px of the page. */
  rightClick(page: Page, x: number, y: number): Promise<void>
  /** Clicks twice there, `pauseMs` apart, whatever the first click does to the window. */
  clickTwice(page: Page, x: number, y: number, pauseMs: number): Promise<void>
  press(...keys: string[]): void
  close(): void
}

/** How long a native menu takes to come and to take keys, in ms: nothing tells when it has. */
const menuMs = 500

/** Starts Xvfb; null where it or xdotool is missing. */
export async function startScreen(): Promise<Screen | null> {
  if (!has('Xvfb', '-help') || !has('xdotool', 'version')) return null
  // It picks a free display, and writes its number when it is ready.
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const number = await new Promise<string>((resolve, reject) => {
    server.stdout.once('data', (data: Buffer) => resolve(data.toString().trim()))
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)))
  })
  const display = `:${number}`
  const xdotool = (...words: string[]): void => {
    const { status, stderr } = spawnSync('xdotool', words, { encoding: 'utf8', env: { ...process.env, DISPLAY: display } })
    if (status !== 0) throw new Error(`xdotool ${words.join(' ')}: ${stderr}`)
  }
  const moveTo = async (page: Page, x: number, y: number): Promise<void> => {
    const [left, top] = await page.evaluate(() => [screenX, screenY + outerHeight - innerHeight] as const)
    xdotool('mousemove', String(Math.round(left + x)), String(Math.round(top + y)))
  }
  return {
    display,
    rightClick: async (page, x, y) => {
      await moveTo(page, x, y)
      xdotool('click', '3')
      await page.waitForTimeout(menuMs)
    },
    clickTwice: async (page, x, y, pauseMs) => {
      await moveTo(page, x, y)
      xdotool('click', '--repeat', '2', '--delay', String(pauseMs), '1')
    },
    press: (...keys) => {
      for (const key of keys) xdotool('key', '--delay', '120', key)
    },
    close: () => void server.kill(),
  }
}

function has(program: string, question: string): boolean {
  return spawnSync(program, [question], { stdio: 'ignore' }).error === undefined
}
