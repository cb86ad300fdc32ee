import { cn3x3 } from './cn-3x3.ts'
import { itop4x3 } from './itop-4x3.ts'
import { itssFloor4x4 } from './itss-floor-4x4.ts'
import type { Matrix } from './matrix.ts'

/** The matrices an agreement can name (RS.5e); the first is the default. Any other is written out in the agreement. */
export const matrices: readonly Matrix[] = [cn3x3, itop4x3, itssFloor4x4]
