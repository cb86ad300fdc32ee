import { type Fields, fieldsOf, textOf } from '../../fake/fields.ts'
import { validateCard } from '../cards/validate-card.ts'
import { messageAt, personOf } from '../world/find.ts'
import type { Spot } from '../world/records.ts'
import { viewKey } from '../world/write-message.ts'
import { type Acted, askBot } from './ask-bot.ts'
import { buttonOf, type CardButton } from './card-parts.ts'
import { type Filling, fill } from './fill.ts'
import type { Stage } from './stage.ts'
import { type Seen, viewOf } from './view.ts'

const card = 'application/vnd.microsoft.card.adaptive'
const message = 'application/vnd.microsoft.activity.message'
const error = 'application/vnd.microsoft.error'

/** What a person does with the cards of messages. */
export const personCards = (stage: Stage, id: string) => {
  const { world } = stage
  const me = (): string => personOf(world, id).id
  const ask = askBot(stage, id)

  const reached = (spot: Spot, title: string): CardButton => buttonOf(viewOf(world, spot, me()).card, title)

  /** Does what an invoke was answered; what is wrong with the answer where a client could not. */
  const obey = (spot: Spot, answer: unknown): string | undefined => {
    const { statusCode, type, value } = fieldsOf(answer)
    if (statusCode === 200 && type === message && typeof value === 'string' && value !== '') {
      ask.toast(value)
      return undefined
    }
    if (statusCode === 200 && type === card) {
      const problems = validateCard(fieldsOf(value))
      if (problems.length > 0) return problems.join('; ')
      // It is drawn for this person alone, until the message is drawn anew for everybody.
      world.views.set(viewKey(spot, me()), fieldsOf(value))
      return undefined
    }
    if (Number(statusCode) >= 400 && type === error) {
      ask.toast(textOf(fieldsOf(value).message))
      return undefined
    }
    return `Teams cannot read ${JSON.stringify(answer)}`
  }

  const execute = async (spot: Spot, action: Fields, values: Fields): Promise<Acted> => {
    const { title, id: named, verb } = action
    const at = messageAt(world, spot)
    const sent = {
      type: 'Action.Execute',
      title,
      ...(named === undefined ? {} : { id: named }),
      ...(verb === undefined ? {} : { verb }),
      data: { ...fieldsOf(action.data), ...values },
    }
    const delivery = await ask.invoke(
      at,
      'adaptiveCard/action',
      { action: sent, trigger: 'manual' },
      {
        thread: true,
        replyToId: at.id,
        channelData: { source: { name: 'message' } },
      },
    )
    return ask.answered(delivery, (body) => obey(at, body))
  }

  const send = async (spot: Spot, action: Fields, values: Fields): Promise<Acted> => {
    const data = fieldsOf(action.data)
    if (data.msteams !== undefined) throw new Error(`${action.title} opens a window: use openWindow`)
    return { delivery: await ask.submit(messageAt(world, spot), { ...data, ...values }) }
  }

  const act = async (spot: Spot, { action, inputs }: CardButton, filling: Filling): Promise<Acted> => {
    const filled = fill(inputs, filling, world.rules.emptyInputs)
    if ('refused' in filled) return filled
    switch (action.type) {
      case 'Action.Execute':
        return execute(spot, action, filled.values)
      case 'Action.Submit':
        return send(spot, action, filled.values)
      default:
        throw new Error(`${action.title} is an ${String(action.type)}: nothing is sent`)
    }
  }

  return {
    /** What this person sees in a message now. */
    view: (spot: Spot): Seen => viewOf(world, spot, me()),
    /** Presses a button of what they see. */
    press: async (
      spot: Spot,
      title: string,
      { inputs = {} }: { readonly inputs?: Filling } = {},
    ): Promise<Acted> => act(spot, reached(spot, title), inputs),
    /** Fills in the fields and presses the button that sends them. */
    fill: async (spot: Spot, filling: Filling, title: string): Promise<Acted> =>
      act(spot, reached(spot, title), filling),
    /** Presses a button with a client that knows no Action.Execute: it takes the fallback. */
    submitOld: async (spot: Spot, title: string, filling: Filling = {}): Promise<Acted> => {
      const { action, inputs } = reached(spot, title)
      const fallback = action.type === 'Action.Execute' ? fieldsOf(action.fallback) : action
      if (fallback.type !== 'Action.Submit') throw new Error(`${title} has no Action.Submit to fall back to`)
      return act(spot, { title, action: fallback, inputs }, filling)
    },
    /** What Teams told this person in passing, oldest first. */
    toasts: (): readonly string[] =>
      world.toasts.filter(({ person }) => person === me()).map(({ text }) => text),
  }
}
