const cmPerInch = 2.54

/** Resolution of a good print, in px to an inch; it is written into each image as it is made. */
export const printDpi = 300

/** Width in cm of so many px in print. */
export function widthInCm(px: number, dpi: number): number {
  return (px / dpi) * cmPerInch
}

/** Resolution in px to an inch of so many px over a width in cm. */
export function dpiOver(px: number, widthCm: number): number {
  return (px * cmPerInch) / widthCm
}
