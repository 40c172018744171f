import '../overlay/read-ahead'
import '../images/images.css'
import { QuestionView } from '../overlay/guard/question-view'
import { OverlayHere } from '../overlay/overlay'
import { asking } from '../overlay/say-hello'
import { WhileInstalled } from '../overlay/while-installed'
import '../overlay/chips.css'
import '../overlay/overlay.css'
import '../overlay/compose.css'
import '../overlay/adjust.css'
import '../overlay/results.css'
import { t } from '../ui/i18n'
import { preparePage } from '../ui/page'

preparePage(t('extensionName'))

/** The overlay's page: in a frame over the designer's page, in a window, or in a tab. */
export default function OverlayPage() {
  return <WhileInstalled>{asking === null ? <OverlayHere /> : <QuestionView sessionId={asking} />}</WhileInstalled>
}
