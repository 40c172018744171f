import { openSidePanel } from './side-panel'
import { startTool } from './tools'

/** A shortcut was pressed. The popup's is the browser's own business. */
export async function onCommand(command: string, tab: chrome.tabs.Tab | undefined): Promise<void> {
  // First of all: the browser opens the gallery only in answer to the key itself.
  if (command === 'gallery') return openSidePanel(tab?.windowId)
  if (tab?.id === undefined) return
  if (command === 'pick') await startTool(tab.id, 'picker')
  if (command === 'region') await startTool(tab.id, 'region')
}
