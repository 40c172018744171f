import { local, memory } from '../storage'
import { onMessage } from './answer'
import { findUnfinished, lookForAnswers } from './answers'
import { onCommand } from './commands'
import { fetchAlarm, resumeFetches } from './fetch-source'
import { follow, resumeAlarm } from './generations'
import { latest } from './latest'
import { createMenus, onMenuClick, titleMenus } from './menus'
import { onNotificationClick } from './notification-click'
import { tellAlerts } from './notify-alerts'
import { forgetTab } from './overlay'
import { paintBadge } from './paint-badge'
import { tellPills } from './pill'
import { registerPill } from './pill-sites'
import { forgetQuestionOf } from './questions'
import { forgetServer } from './server'
import { knownSession } from './session'
import { readStanding, watchStanding } from './standing'
import { welcome } from './welcome'

/**
 * The worker. Every listener is registered here, at top level, so that the browser can wake it for any of them;
 * nothing that matters is kept in memory.
 */
const refreshAlarm = 'refresh'
const refreshEveryMinutes = 5
const retryEveryMinutes = 0.5
const whole = new AbortController().signal

/** Runs work that nobody waits for; what goes wrong is written to the worker's console. */
function run(work: Promise<unknown>): void {
  work.catch((error: unknown) => console.error('Toile:', error))
}

const notShown = (error: unknown) => console.error('Toile: not shown', error)

// The badge waits for nothing else: menus and pills take the browser longer.
const showBadge = latest(async () => paintBadge(await readStanding()), notShown)
const showMenus = latest(async () => titleMenus(await readStanding()), notShown)
const showPills = latest(async () => tellPills(await readStanding()), notShown)

/** Brings badge, menus and pills up to date. */
function show(): void {
  showBadge()
  showMenus()
  showPills()
}

/** Content scripts ask the worker for what they need; token and balance stay out of their reach. Firefox has no such level. */
async function lockStorage(): Promise<void> {
  await chrome.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })
}

/** A browser or extension that starts: whoever has been here before sees their balance at once. */
async function wake(): Promise<void> {
  await createMenus(await readStanding())
  await setRefresh(true)
  await registerPill()
  show()
  await refreshIfKnown()
}

/** A server that is away is asked more often, so that the badge does not say `off` for long after it is back. */
async function setRefresh(reachable: boolean): Promise<void> {
  await chrome.alarms.create(refreshAlarm, { periodInMinutes: reachable ? refreshEveryMinutes : retryEveryMinutes })
}

/** A browser may lose alarms, as when the extension was switched off and on: none of the events of a start comes then. */
async function keepRefreshing(): Promise<void> {
  if ((await chrome.alarms.get(refreshAlarm)) === undefined) await setRefresh(await memory.reachable.get())
}

/** Installing is no need of an account: without a session nothing is asked. */
async function refreshIfKnown(): Promise<void> {
  if ((await knownSession()) === null) return
  await findUnfinished()
  if (await memory.reachable.get()) await tellAlerts()
}

/** Storage that another version left may hold no balance that can be read: then it is asked for anew. */
async function askIfUnreadable(): Promise<void> {
  if ((await local.balance.get()) === null) await refreshIfKnown()
}

/** Another server: nothing of the one before is shown, and whoever has been at this one sees their balance at once. */
async function changeServer(): Promise<void> {
  await forgetServer()
  await refreshIfKnown()
}

chrome.runtime.onInstalled.addListener((details) => {
  run(wake())
  run(welcome(details))
})
chrome.runtime.onStartup.addListener(() => run(wake()))
chrome.runtime.onMessage.addListener(onMessage)
chrome.contextMenus.onClicked.addListener((info, tab) => run(onMenuClick(info, tab)))
chrome.notifications.onClicked.addListener((id) => run(onNotificationClick(id)))
chrome.tabs.onRemoved.addListener((tabId) => {
  run(forgetTab(tabId))
  run(forgetQuestionOf(tabId))
})
if (chrome.commands) chrome.commands.onCommand.addListener((command, tab) => run(onCommand(command, tab)))
chrome.permissions.onAdded.addListener(() => run(registerPill()))
chrome.permissions.onRemoved.addListener(() => run(registerPill()))
chrome.alarms.onAlarm.addListener(({ name }) => {
  if (name === resumeAlarm) follow()
  if (name === fetchAlarm) run(resumeFetches())
  if (name === refreshAlarm) run(refreshIfKnown())
})
watchStanding(show, whole)
local.pillPlaces.watch(showPills, whole)
memory.reachable.watch((reachable) => {
  run(setRefresh(reachable))
  if (!reachable) return
  follow()
  lookForAnswers()
}, whole)
local.settings.watch(() => run(changeServer()), whole)

// By every worker: an extension that was switched off and on again hears of no start.
run(lockStorage())
// Whatever woke the worker: what the one before it was at when it died goes on, and nothing that it showed is out of date.
show()
follow()
lookForAnswers()
run(keepRefreshing())
run(askIfUnreadable())
run(resumeFetches())
