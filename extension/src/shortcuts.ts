/** The browser's commands, by the names of the manifest. */
export type Command = '_execute_action' | 'pick' | 'region' | 'gallery'

/** The keys of every command, one string a key; null where the browser assigned none (another program had them, or the designer cleared it). */
export type Shortcuts = Record<Command, string[] | null>

/** What the browser assigned, which need not be what the manifest suggested. */
export async function readShortcuts(): Promise<Shortcuts> {
  // Firefox for Android has no commands.
  const assigned = (await chrome.commands?.getAll()) ?? []
  const keysOf = (command: Command) => keysIn(assigned.find(({ name }) => name === command)?.shortcut ?? '')
  return {
    _execute_action: keysOf('_execute_action'),
    pick: keysOf('pick'),
    region: keysOf('region'),
    gallery: keysOf('gallery'),
  }
}

/** The keys of one command, or null where it is not set. */
export async function shortcutOf(command: Command): Promise<string[] | null> {
  return (await readShortcuts())[command]
}

/** `Alt+Shift+P` as keys; on a Mac the browser writes the signs of the keys without anything between them. */
export function keysIn(shortcut: string): string[] | null {
  const keys = shortcut.includes('+') ? shortcut.split('+') : (shortcut.match(/[⌃⌥⇧⌘]|[^⌃⌥⇧⌘]+/g) ?? [])
  return keys.length === 0 ? null : keys.map((key) => (key === 'Shift' ? '⇧' : key))
}
