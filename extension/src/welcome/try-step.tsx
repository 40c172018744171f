import picture from 'url:../../assets/floral-on-cream.webp'
import { useRef } from 'react'
import { markElement } from '../acquire/marked'
import { ask } from '../messages'
import { Button } from '../ui/button'
import { FailureNote } from '../ui/failure-note'
import { t } from '../ui/i18n'
import { useAttempt } from '../ui/use-attempt'
import { DrawnMenu } from './drawn-menu'
import { Step } from './step'

/** The main job, on a picture of this page: the browser's own menu works on it as on any other, and so does a button. */
export function TryStep() {
  const image = useRef<HTMLImageElement>(null)
  const { failed, attempt } = useAttempt()
  const open = async () => {
    if (image.current !== null) await ask('ui-bg-try', { mark: markElement(image.current), operation: 'vary' })
  }
  return (
    <>
      <Step place={3} title={t('welcome_try')} text={t('welcome_try_text')}>
        <Button onClick={() => attempt(open)}>{t('welcome_try_button')}</Button>
        {failed !== null && <FailureNote code={failed} />}
      </Step>
      <figure className="try">
        <div className="try-picture">
          <img ref={image} src={picture} width={992} height={880} alt={t('welcome_picture')} />
          <DrawnMenu />
        </div>
        <figcaption className="caption">{t('welcome_picture_caption')}</figcaption>
      </figure>
    </>
  )
}
