import { actInPlayground } from './act-in-playground.ts'
import type { PlaygroundTown } from './playground-config.ts'
import { startPlayground } from './start-playground.ts'
import { watchPlayground } from './watch-playground.ts'

/** A Playground in front of the bot that listens there for Teams, with what is seen and done in it. */
export const openPlayground = async (town: PlaygroundTown, bot: string) => {
  const playground = await startPlayground(town, `${bot}/api/messages`)
  try {
    const watch = await watchPlayground(playground.address)
    return {
      ...{ town, address: playground.address, refused: playground.refused },
      ...watch,
      ...actInPlayground(playground.address, town),
      stop: async (): Promise<void> => {
        watch.stop()
        await playground.stop()
      },
    }
  } catch (error) {
    await playground.stop()
    throw error
  }
}

/** An open Playground; see `openPlayground`. */
export type OpenPlayground = Awaited<ReturnType<typeof openPlayground>>
