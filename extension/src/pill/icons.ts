/** The icons of the menu, drawn as those of ui/icon-shapes.tsx are, on a grid of 16 px. */
const shapes = {
  again: 'M2.5 8a5.5 5.5 0 1 0 1.8-4.1L2.5 5.5M2.5 2.5v3h3',
  pointer: 'M4 2.5l8.5 5.2-3.9 1-1.7 3.7z',
  region: 'M2.5 5.5v-3h3M10.5 2.5h3v3M13.5 10.5v3h-3M5.5 13.5h-3v-3',
  text: 'M3 4.5V3h10v1.5M8 3v10M6 13h4',
  gallery: 'M2 2h5v5H2zM9 2h5v5H9zM2 9h5v5H2zM9 9h5v5H9z',
  across: 'M2 8h12M5 5L2 8l3 3M11 5l3 3-3 3',
  minus: 'M3 8h10',
  plus: 'M3 8h10M8 3v10',
  hide: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM10 8a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM3 13L13 3',
  grip: 'M6 3.5v.01M10 3.5v.01M6 8v.01M10 8v.01M6 12.5v.01M10 12.5v.01',
}
export type IconName = keyof typeof shapes

export function icon(name: IconName): string {
  const width = name === 'grip' ? 2.2 : 1.5
  return `<svg class="${name}" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><path fill="none" stroke="currentColor" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" d="${shapes[name]}"/></svg>`
}
