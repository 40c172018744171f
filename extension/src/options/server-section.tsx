import { useState } from 'react'
import { local } from '../storage'
import { Button } from '../ui/button'
import { type MessageKey, t } from '../ui/i18n'
import { Icon } from '../ui/icon'
import { useStored } from '../ui/use-stored'
import { Row, Section } from './section'
import { type ServerState, useServer } from './use-server'

/** Where the server is. A new address is kept only when a server answers there. */
export function ServerSection() {
  const settings = useStored(local.settings)
  const { state, save } = useServer()
  const [typed, setTyped] = useState<string | null>(null)
  const address = typed ?? settings?.serverUrl ?? ''
  const use = (known: string) => {
    setTyped(null)
    void save(known)
  }
  return (
    <Section title={t('options_server')} text={t('options_server_text')}>
      <form
        className="settings-row"
        onSubmit={(event) => {
          event.preventDefault()
          void save(address)
        }}
      >
        <input
          className="field grow"
          type="text"
          inputMode="url"
          spellCheck={false}
          aria-label={t('options_server_address')}
          value={address}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" blocked={state.at === 'checking'}>
          {t('options_server_save')}
        </Button>
      </form>
      <ServerNews state={state} />
      <KnownServers current={settings?.serverUrl} onUse={use} />
    </Section>
  )
}

/** Servers that the designer has been at before: the account there is kept, and found again. */
function KnownServers({ current, onUse }: { current: string | undefined; onUse: (address: string) => void }) {
  const tokens = useStored(local.tokens) ?? {}
  return Object.keys(tokens)
    .filter((address) => address !== current)
    .map((address) => (
      <Row key={address}>
        <div className="grow">
          <span>{address}</span>
          <p className="quiet">{t('options_server_known')}</p>
        </div>
        <Button aria-label={t('options_server_use_named', { address })} onClick={() => onUse(address)}>
          {t('options_server_use')}
        </Button>
      </Row>
    ))
}

const failures: Record<Extract<ServerState, { at: 'failed' }>['why'], MessageKey> = {
  'no-address': 'options_server_no_address',
  'no-permission': 'options_server_no_permission',
  'no-answer': 'options_server_no_answer',
}

/** How it went. The region is there before its words are: only then they are read out. */
function ServerNews({ state }: { state: ServerState }) {
  const good = state.at === 'saved'
  return (
    <div role="status">
      {state.at !== 'idle' && (
        <Row>
          <p className="row">
            {state.at !== 'checking' && (
              <span className={good ? 'ok-text' : 'warn-text'}>
                <Icon name={good ? 'check' : 'warn'} />
              </span>
            )}
            {newsOf(state)}
          </p>
        </Row>
      )}
    </div>
  )
}

function newsOf(state: Exclude<ServerState, { at: 'idle' }>): string {
  if (state.at === 'checking') return t('options_server_checking')
  return state.at === 'saved' ? t('options_server_saved', { address: state.address }) : t(failures[state.why])
}
