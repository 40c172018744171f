import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { AccountErasure } from 'shared'
import { ask } from '../messages'
import { local } from '../storage'
import { Button } from '../ui/button'
import { FailureNote } from '../ui/failure-note'
import { t, tn } from '../ui/i18n'
import { useAttempt } from '../ui/use-attempt'
import { useStored } from '../ui/use-stored'

/** Deleting the account: said in full, then done by a word that is typed. */
export function DeleteRow({ accountId, onDeleted }: { accountId: string | null; onDeleted: (erased: AccountErasure) => void }) {
  const [asking, setAsking] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const credits = useStored(local.balance)?.credits ?? 0
  const cancel = () => {
    // Drawn again before it is focused: the form is what had the focus.
    flushSync(() => setAsking(false))
    button.current?.focus()
  }
  return (
    <div className="settings-row">
      <div className="grow">
        <span>{t('data_delete')}</span>
        <p className="quiet">{tn('data_delete_text', credits)}</p>
        {asking && accountId !== null && <DeleteForm accountId={accountId} onDeleted={onDeleted} onCancel={cancel} />}
      </div>
      {!asking && (
        <Button look="danger" ref={button} blocked={accountId === null} onClick={() => setAsking(true)}>
          {t('data_delete_start')}
        </Button>
      )}
    </div>
  )
}

function DeleteForm({
  accountId,
  onDeleted,
  onCancel,
}: {
  accountId: string
  onDeleted: (erased: AccountErasure) => void
  onCancel: () => void
}) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [deleting, setDeleting] = useState(false)
  const { failed, attempt } = useAttempt()
  useEffect(() => field.current?.focus(), [])
  const word = t('data_delete_word')
  const ready = typed.trim().toLocaleLowerCase() === word.toLocaleLowerCase() && !deleting
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!ready) return
    setDeleting(true)
    attempt(() =>
      ask('ui-bg-account-delete', { accountId })
        .then(onDeleted)
        .finally(() => setDeleting(false)),
    )
  }
  return (
    <form className="stack delete-form" onSubmit={send}>
      <p>{t('data_delete_warning')}</p>
      <label className="field-label" htmlFor={id}>
        {t('data_delete_type', { word })}
      </label>
      <input
        id={id}
        ref={field}
        className="field"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="row">
        <Button look="danger" type="submit" blocked={!ready}>
          {t('data_delete_now')}
        </Button>
        <Button look="ghost" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
      {failed !== null && <FailureNote code={failed} />}
    </form>
  )
}
