import type { Fields } from '../../fake/fields.ts'
import type { World } from '../world/create-world.ts'
import type { Install } from '../world/records.ts'

/** A call that passed authentication. */
export type Ask = { readonly world: World; readonly args: Fields; readonly install: Install }

/** A method of the Web API: its answer without `ok`, or a refusal thrown. */
export type Method = (ask: Ask) => Fields

/** Methods by name. */
export type Methods = { readonly [name: string]: Method }
