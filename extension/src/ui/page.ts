import './tokens.css'
import './base.css'
import './controls.css'
import './fields.css'
import './notes.css'
import './lots.css'
import { language } from './i18n'

/** Names the page and its language: the HTML that Plasmo writes knows neither. */
export function preparePage(title: string): void {
  document.title = title
  document.documentElement.lang = language()
}
