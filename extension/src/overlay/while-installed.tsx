import { Component, type ReactNode } from 'react'
import { isInstalled } from '../installed'
import { t } from '../ui/i18n'

const lookEveryMs = 1_000

/** What the page around the frame is told: only it can take the frame away. */
export const leaveWord = 'toile-leave'

/**
 * Shows the overlay for as long as the extension is the one that it came with. An update leaves a frame in a foreign page open
 * and dead: nothing in it can be asked for any more, not even a sentence. So it says so, in words that were read before.
 */
export class WhileInstalled extends Component<{ children: ReactNode }, { error: unknown; installed: boolean }> {
  private readonly words = { name: t('extensionName'), title: t('updated_title'), text: t('updated_text'), close: t('close') }
  private timer: ReturnType<typeof setInterval> | undefined
  override state = { error: null as unknown, installed: true }

  static getDerivedStateFromError(error: unknown) {
    return { error, installed: isInstalled() }
  }

  override componentDidMount() {
    this.timer = setInterval(() => isInstalled() || this.setState({ installed: false }), lookEveryMs)
  }

  override componentWillUnmount() {
    clearInterval(this.timer)
  }

  override render() {
    if (this.state.installed) {
      // Anything else that goes wrong is no update.
      if (this.state.error !== null) throw this.state.error
      return this.props.children
    }
    clearInterval(this.timer)
    return <Updated words={this.words} />
  }
}

function Updated({ words }: { words: Record<'name' | 'title' | 'text' | 'close', string> }) {
  return (
    <div className="overlay" role="dialog" aria-label={words.name}>
      <div className="overlay-body">
        <div className="note" role="status">
          <div>
            <b className="strong">{words.title}</b>
            <p className="caption">{words.text}</p>
            <div className="note-actions">
              <button
                type="button"
                className="button button-plain button-usual"
                onClick={() => window.parent.postMessage(leaveWord, '*')}
              >
                {words.close}
              </button>
            </div>
          </div>
        </div>
      </div>
    </div>
  )
}
