import { type FormEvent, useState } from 'react'
import { codeOf, type FailureCode } from '../failures'
import { Button } from '../ui/button'
import { FailureNote } from '../ui/failure-note'
import { t } from '../ui/i18n'
import type { AddNews, Sites } from './use-sites'
import './add-site.css'

/** A field for the address of any other site. */
export function AddSite({ sites }: { sites: Sites }) {
  const [typed, setTyped] = useState('')
  const [news, setNews] = useState<AddNews>({ at: 'idle' })
  const [failed, setFailed] = useState<FailureCode | null>(null)
  const add = (event: FormEvent) => {
    event.preventDefault()
    setFailed(null)
    sites.add(typed).then(
      (told) => {
        setNews(told)
        if (told.at === 'added') setTyped('')
      },
      (error: unknown) => setFailed(codeOf(error)),
    )
  }
  return (
    <form className="add-site grow" onSubmit={add}>
      <div className="row row-stretch">
        <input
          className="field grow"
          type="text"
          inputMode="url"
          spellCheck={false}
          autoComplete="off"
          aria-label={t('site_add_label')}
          placeholder={t('site_add_hint')}
          aria-invalid={(news.at === 'failed' && news.why === 'no-address') || undefined}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit">{t('site_add')}</Button>
      </div>
      <p className={news.at === 'added' ? 'caption ok-text' : 'caption warn-text'} role="status">
        {wordsOf(news)}
      </p>
      {failed !== null && <FailureNote code={failed} />}
    </form>
  )
}

function wordsOf(news: AddNews): string {
  if (news.at === 'idle') return ''
  if (news.at === 'added') return t('site_added', { site: news.name })
  return news.why === 'no-address' ? t('site_no_address') : t('site_refused')
}
