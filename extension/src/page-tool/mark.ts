/** Toile's mark as SVG, that many px wide and high. Drawn in words, since a page of others shows no file of ours. */
export function mark(size: number): string {
  return `<svg class="mark" width="${size}" height="${size}" viewBox="0 0 32 32" aria-hidden="true"><clipPath id="m"><rect width="32" height="32" rx="6"/></clipPath><g clip-path="url(#m)"><path fill="var(--mark)" d="M0 0h32v32H0z"/><path fill="var(--surface)" d="M9.5 6.5c3 3.7 4 6.5 4 9.5s-1 5.8-4 9.5c-3-3.7-4-6.5-4-9.5s1-5.8 4-9.5zM22.5 22.5c3 3.7 4 6.5 4 9.5h-8c0-3 1-5.8 4-9.5zM22.5 9.5c3-3.7 4-6.5 4-9.5h-8c0 3 1 5.8 4 9.5z"/></g></svg>`
}
