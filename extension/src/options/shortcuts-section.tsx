import type { Command } from '../shortcuts'
import { Button } from '../ui/button'
import { FailureNote } from '../ui/failure-note'
import { type MessageKey, t } from '../ui/i18n'
import { Keys } from '../ui/keys'
import { useAttempt } from '../ui/use-attempt'
import { useShortcuts } from '../ui/use-shortcuts'
import { Row, Section } from './section'

const rows: [Command, MessageKey][] = [
  ['_execute_action', 'open_toile'],
  ['pick', 'tool_picker'],
  ['region', 'tool_region'],
  ['gallery', 'open_gallery'],
]

/** Only Chromium has an address for its page of shortcuts; Firefox opens its own when asked. */
const browsersPage = 'chrome://extensions/shortcuts'

interface Settings {
  openShortcutSettings(): Promise<void>
}

async function openBrowsersPage(): Promise<void> {
  const { openShortcutSettings } = chrome.commands as Partial<Settings>
  if (openShortcutSettings) await openShortcutSettings()
  else await chrome.tabs.create({ url: browsersPage })
}

/** The keys as the browser has them: it may have refused what Toile suggested. */
export function ShortcutsSection() {
  const shortcuts = useShortcuts()
  const { failed, attempt } = useAttempt()
  return (
    <Section title={t('options_shortcuts')} text={t('options_shortcuts_text')}>
      {rows.map(([command, name]) => (
        <Row key={command}>
          <span className="grow">{t(name)}</span>
          <ShortcutKeys keys={shortcuts?.[command]} />
        </Row>
      ))}
      <Row>
        <div className="grow">
          <Button onClick={() => attempt(openBrowsersPage)}>{t('options_shortcuts_open')}</Button>
          {failed !== null && <FailureNote code={failed} />}
        </div>
      </Row>
    </Section>
  )
}

/** Undefined while the browser is asked: then nothing is claimed. */
function ShortcutKeys({ keys }: { keys: string[] | null | undefined }) {
  if (keys === undefined) return null
  return keys === null ? <span className="quiet">{t('shortcut_not_set')}</span> : <Keys keys={keys} />
}
