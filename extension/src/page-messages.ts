import type { PillState } from './messages'

/** A rectangle of the page's viewport, in CSS px. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** What the picture tool found in a page: where the picture stands, and its bytes where the page itself may read them. */
export interface FoundImage {
  /** The best address the page names for this picture. */
  address: string | null
  /** Null where it is not on the screen. */
  box: Box | null
  /** A `data:` address with the bytes, or null where the page may not read them. */
  data: string | null
}

/** What the worker says to content scripts. Types only: scripts in pages carry no zod, and guard by hand. */
export type BgPageMessage =
  | { type: 'bg-page-pill-state'; state: PillState }
  | { type: 'bg-page-overlay-open'; sessionId: string; imageAddress: string | null; text: { title: string } }
  | { type: 'bg-page-overlay-close'; sessionId: string | null }
  /** Hides what Toile shows in the page, answers after two frames. For photographing the page. */
  | { type: 'bg-page-veil'; on: boolean }
  | { type: 'bg-page-image-find'; srcUrl: string }
