/** Toile's mark: a printed leaf in half-drop repeat; `size` in px. */
export function Mark({ size = 20 }: { size?: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <clipPath id="mark-cloth">
        <rect width="32" height="32" rx="6" />
      </clipPath>
      <g clipPath="url(#mark-cloth)">
        <rect width="32" height="32" fill="var(--tl-accent)" />
        <g fill="var(--tl-surface)">
          <path d="M9.5 6.5c3 3.7 4 6.5 4 9.5s-1 5.8-4 9.5c-3-3.7-4-6.5-4-9.5s1-5.8 4-9.5z" />
          <path d="M22.5 22.5c3 3.7 4 6.5 4 9.5h-8c0-3 1-5.8 4-9.5zM22.5 9.5c3-3.7 4-6.5 4-9.5h-8c0 3 1 5.8 4 9.5z" />
        </g>
      </g>
    </svg>
  )
}
