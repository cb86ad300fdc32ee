import type { Flow } from '../../chat/flow.ts'
import type { Inbound } from '../../chat/inbound.ts'
import type { Log } from '../../process/log.ts'
import { isPrivate } from '../reply/answer-place.ts'
import type { Running } from '../running/step.ts'
import { createObserve } from './observe.ts'
import { ofOthers } from './of-others.ts'
import { placed } from './placed.ts'

/** Hears somebody: who they are and where, by the directory that knows them and no other. */
export const createHear = ({
  flows,
  ...running
}: Pick<Running, 'store' | 'order'> & { readonly flows: readonly Flow[]; readonly log: Log }) => {
  const observe = createObserve(running)
  return async <Act extends Inbound>(heard: Act) => {
    const directory = await observe(heard)
    const others = await ofOthers(running.store, directory, heard.place)
    const found = placed(flows, directory, heard, { privately: isPrivate(heard), ofOthers: others })
    const place = others === undefined ? {} : { ofOthers: others }
    return { ...found, where: { ...found.inbound, ...place }, directory }
  }
}
