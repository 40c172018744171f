import { camouflage } from './camouflage.ts'

/** Prints grown from noise, flow and chance. */
export const organicPrints = { camouflage }
