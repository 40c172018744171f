/*
 * Layers say what wins, not the order of files: code that several pages share is written once, in whatever file the bundler chose.
 * A page's own rules lie in no layer, and name what is of that page only.
 */
import './tokens.css'
import './base.css'
import './header.css'
import './controls.css'
import './fields.css'
import './notes.css'
import './lots.css'
import * as z from 'zod'
// What all pages have in common is told apart into modules that run when they are used; what only some buy with would run at once.
import '../shop-api'
import { language } from './i18n'

/** Names the page and its language: the HTML that Plasmo writes knows neither. */
export function preparePage(title: string): void {
  // Extensions may not make code of words: that zod tries it first is reported as a breach, and takes its time.
  z.config({ jitless: true })
  document.title = title
  document.documentElement.lang = language()
}
