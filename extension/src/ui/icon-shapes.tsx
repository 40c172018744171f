/** The drawings of the icons, on a grid of 16 px. They take the colour of the text around them. */
export const iconShapes = {
  adjust: (
    <>
      <path d="M8 2.3a5.7 5.7 0 0 1 0 11.4z" fill="currentColor" />
      <circle cx="8" cy="8" r="5.7" />
    </>
  ),
  again: <path d="M13.2 6.2A5.6 5.6 0 1 0 13.5 9M13.5 2.8v3.4h-3.4" />,
  back: <path d="M6 3L2.5 6.5 6 10M2.5 6.5h7a4 4 0 0 1 0 8H7" />,
  check: <path d="M3 8.5l3.2 3.2L13 5" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="5.7" />
      <path d="M8 4.8V8l2.2 1.5" />
    </>
  ),
  close: <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" />,
  copy: (
    <>
      <rect x="5.5" y="5.5" width="8" height="8" rx="1" />
      <path d="M10.5 3v-.5h-8v8H3" />
    </>
  ),
  drop: <path d="M8 2.2c2.4 3 4 5 4 7a4 4 0 0 1-8 0c0-2 1.6-4 4-7zM6.2 9.4A1.9 1.9 0 0 0 8 11.3" />,
  down: <path d="M4 6.2L8 10.2l4-4" />,
  download: <path d="M8 2.5v7.5M4.8 7L8 10.2 11.2 7M2.5 13.5h11" />,
  drag: <path d="M6 3.5v.01M10 3.5v.01M6 8v.01M10 8v.01M6 12.5v.01M10 12.5v.01" strokeWidth="2.2" />,
  effect: (
    <>
      <path d="M8 1.8l6.2 6.2L8 14.2 1.8 8z" />
      <path d="M8 1.8v12.4M1.8 8h12.4" />
    </>
  ),
  enlarge: <path d="M9.5 2.5h4v4M13.5 2.5l-11 11M6.5 13.5h-4v-4" />,
  external: <path d="M9.5 2.5h4v4M13.5 2.5L7.5 8.5M6.5 3.5h-4v10h10v-4" />,
  folder: <path d="M2 4.5v8h12V6H8L6.5 4.5z" />,
  gallery: (
    <>
      <rect x="2" y="2" width="5" height="5" />
      <rect x="9" y="2" width="5" height="5" />
      <rect x="2" y="9" width="5" height="5" />
      <rect x="9" y="9" width="5" height="5" />
    </>
  ),
  globe: (
    <>
      <circle cx="8" cy="8" r="5.7" />
      <path d="M2.3 8h11.4M8 2.3c3.6 3.4 3.6 8 0 11.4M8 2.3c-3.6 3.4-3.6 8 0 11.4" />
    </>
  ),
  heart: <path d="M8 13.4C4.4 10.8 2.2 8.7 2.2 6.2a2.9 2.9 0 0 1 5.8-.6 2.9 2.9 0 0 1 5.8.6c0 2.5-2.2 4.6-5.8 7.2z" />,
  hearted: (
    <path
      d="M8 13.4C4.4 10.8 2.2 8.7 2.2 6.2a2.9 2.9 0 0 1 5.8-.6 2.9 2.9 0 0 1 5.8.6c0 2.5-2.2 4.6-5.8 7.2z"
      fill="currentColor"
    />
  ),
  history: <path d="M2.5 8a5.5 5.5 0 1 0 1.8-4.1L2.5 5.5M2.5 2.5v3h3M8 5v3.2l2.2 1.4" />,
  info: (
    <>
      <circle cx="8" cy="8" r="5.7" />
      <path d="M8 7.4v3.4M8 5v.4" />
    </>
  ),
  keyboard: (
    <>
      <rect x="1.5" y="4" width="13" height="8" rx="1" />
      <path d="M4 6.7v.01M6.7 6.7v.01M9.3 6.7v.01M12 6.7v.01M5 9.5h6" />
    </>
  ),
  left: <path d="M9.8 4l-4 4 4 4" />,
  lock: (
    <>
      <rect x="3" y="7" width="10" height="6.5" rx="1" />
      <path d="M5.2 7V5.3a2.8 2.8 0 0 1 5.6 0V7" />
    </>
  ),
  minus: <path d="M3 8h10" />,
  pin: <path d="M6 2.5h4M6.5 2.5v4L4.5 9h7l-2-2.5v-4M8 9v4.5" />,
  plus: <path d="M8 3v10M3 8h10" />,
  pointer: <path d="M4 2.5l8.5 5.2-3.9 1-1.7 3.7z" />,
  puzzle: (
    <path d="M6.2 4.5V4a1.6 1.6 0 0 1 3.2 0v.5h2.8a.8.8 0 0 1 .8.8V8h-.5a1.5 1.5 0 0 0 0 3h.5v2.2a.8.8 0 0 1-.8.8H3.8a.8.8 0 0 1-.8-.8V5.300a.8.8 0 0 1 .8-.8z" />
  ),
  receipt: <path d="M3.5 2v12l1.5-1 1.5 1L8 13l1.5 1 1.5-1 1.5 1V2L11 3 9.5 2 8 3 6.5 2 5 3zM6 6.5h4M6 9.5h4" />,
  region: <path d="M2.5 5.5v-3h3M10.5 2.5h3v3M13.5 10.5v3h-3M5.5 13.5h-3v-3" />,
  repeat: (
    <>
      <rect x="2.5" y="2.5" width="5" height="6" />
      <path d="M8.5 5.5h5v6h-5zM2.5 11v2.5h5V11" />
    </>
  ),
  right: <path d="M6.2 4l4 4-4 4" />,
  scissors: (
    <>
      <circle cx="4" cy="4.2" r="1.9" />
      <circle cx="4" cy="11.8" r="1.9" />
      <path d="M5.6 5.3L13.5 11.5M5.6 10.7L13.5 4.5" />
    </>
  ),
  select: <path d="M13.5 8v5.5h-11v-11H9M5.5 7.3l2.5 2.5 5.5-6" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="M10.5 10.5l3 3" />
    </>
  ),
  settings: (
    <>
      <path d="M2 4.5h6M12 4.5h2M2 11.5h2M8 11.5h6" />
      <circle cx="10" cy="4.5" r="2" />
      <circle cx="6" cy="11.5" r="2" />
    </>
  ),
  source: <path d="M13.5 8H4M7.5 4L3.5 8l4 4M13.5 3v10" />,
  stop: <rect x="4" y="4" width="8" height="8" rx="1" />,
  text: <path d="M3 4.5v-1.5h10v1.5M8 3v10M6 13h4" />,
  trash: <path d="M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.7 9h6.6l.7-9" />,
  user: (
    <>
      <circle cx="8" cy="5.5" r="2.7" />
      <path d="M3 13.5c.6-3 2.5-4 5-4s4.4 1 5 4" />
    </>
  ),
  variations: (
    <>
      <rect x="2.5" y="5.5" width="8" height="8" rx="1" />
      <path d="M5.5 5.5v-3h8v8h-3" />
    </>
  ),
  warn: <path d="M8 2.5l6 11H2zM8 6.5v3.2M8 11.4v.4" />,
}

export type IconName = keyof typeof iconShapes
