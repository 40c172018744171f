import { brush } from './brush.ts'
import { camouflage } from './camouflage.ts'
import { ikat } from './ikat.ts'
import { leopard } from './leopard.ts'
import { marble } from './marble.ts'
import { tieDye } from './tie-dye.ts'
import { zebra } from './zebra.ts'

/** Prints grown from noise, flow and chance. */
export const organicPrints = { camouflage, leopard, zebra, marble, 'tie-dye': tieDye, ikat, brush }
