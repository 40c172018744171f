import { createHash } from 'node:crypto'

/** How soon a payment on its way is looked at again, in ms. */
const everyMs = 3000

/**
 * Asks for the page it stands in again until that is of another state, and puts what it says then in the place of what is
 * there: nothing is loaded anew under who reads or listens. Without scripts there is a link that does.
 */
export const lookAgain = `(() => {
  const shown = document.querySelector('main')
  const look = async () => {
    const answer = await fetch(location.href)
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const now = page.querySelector('main')
    if (!answer.ok || !now || now.dataset.state === shown.dataset.state) return false
    shown.dataset.state = now.dataset.state
    document.title = page.title
    for (const part of ['[role=status]', '.rest']) shown.querySelector(part).replaceChildren(...now.querySelector(part).childNodes)
    return true
  }
  const again = () => setTimeout(() => look().catch(() => false).then((over) => over || again()), ${everyMs})
  again()
})()`

/** The one script that pages around paying may run. */
export const lookAgainSource = `'sha256-${createHash('sha256').update(lookAgain).digest('base64')}'`
