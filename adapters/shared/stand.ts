import type { Receive, WriteLog } from '../../src/chat/adapter.ts'
import type { Inbound } from '../../src/chat/inbound.ts'
import type { Reply } from '../../src/chat/reply.ts'
import type { InFlight } from './in-flight.ts'

/**
 * Hands something to the bot and resolves as soon as it stands: then its platform is told that it arrived. Rejects when it
 * could not be kept. The reply is shown by `then`, after that.
 */
export const createStand =
  ({
    receive,
    inFlight,
    onFault,
  }: {
    readonly receive: Receive
    readonly inFlight: InFlight
    readonly onFault: WriteLog
  }) =>
  (inbound: Inbound, then: (reply: Reply) => Promise<void> = async () => {}): Promise<void> =>
    new Promise((resolve, reject) => {
      let stands = false
      const keep = (): void => {
        stands = true
        resolve()
      }
      const work = async (): Promise<void> => {
        try {
          const reply = await receive(inbound, keep)
          keep()
          await then(reply)
        } catch (error) {
          // What stands is carried out in any case, here or by another process.
          if (stands) onFault('an act of a person could not be answered', { kind: inbound.kind, error })
          else reject(error)
        }
      }
      void inFlight.track(work())
    })

/** What hands things to the bot. */
export type Stand = ReturnType<typeof createStand>
