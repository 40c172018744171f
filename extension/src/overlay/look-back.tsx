import { Button } from '../ui/button'
import { t } from '../ui/i18n'
import type { Overlay } from './use-overlay'

/** The way back to the images that were there before: they stay open, whatever is asked for next. */
export function LookBack({ overlay: { state, sending, dispatch } }: { overlay: Overlay }) {
  const shown = state.flow.at === 'sending' ? state.flow.back : state.flow
  if ((shown.at !== 'composing' && shown.at !== 'blocked') || shown.before === null) return null
  return (
    <Button
      look="ghost"
      size="small"
      icon="left"
      className="look-back"
      blocked={sending}
      onClick={() => dispatch({ type: 'look-back' })}
    >
      {t('look_back')}
    </Button>
  )
}
