import { randomUUID } from 'node:crypto'
import { type Fields, fieldsOf } from '../../fake/fields.ts'
import type { Opened } from '../world/create-world.ts'
import { messageAt, personOf } from '../world/find.ts'
import type { Dialog, Spot } from '../world/records.ts'
import { type Acted, askBot } from './ask-bot.ts'
import { buttonOf, buttonsIn } from './card-parts.ts'
import { type Filling, fill } from './fill.ts'
import { messagePayload } from './message-payload.ts'
import { readWindow } from './read-window.ts'
import type { Stage } from './stage.ts'
import { viewOf } from './view.ts'

const context = { theme: 'default' }

/** What a person does with windows: those of task modules, and of the message action. */
export const personDialogs = (stage: Stage, id: string) => {
  const { world } = stage
  const me = (): string => personOf(world, id).id
  const ask = askBot(stage, id)

  const close = (): void => {
    world.dialogs.delete(me())
    world.signal.changed()
  }

  /** Does what a window's invoke was answered; what is wrong with the answer where a client could not. */
  const obey = (from: Pick<Opened, 'of' | 'spot' | 'carried'>, submitted: boolean) => (body: unknown) => {
    const read = readWindow(body, from.of, submitted)
    if ('wrong' in read) return read.wrong
    close()
    if ('says' in read) ask.toast(read.says)
    if ('card' in read) world.dialogs.set(me(), { ...from, title: read.title, card: read.card })
    return undefined
  }

  const open = (): Opened => {
    const dialog = world.dialogs.get(me())
    if (dialog === undefined) throw new Error(`${id} has no open window`)
    return dialog
  }

  return {
    /** Presses a button that opens a window. */
    openWindow: async (
      spot: Spot,
      title: string,
      { inputs = {} }: { readonly inputs?: Filling } = {},
    ): Promise<Acted> => {
      const button = buttonOf(viewOf(world, spot, me()).card, title)
      const data = fieldsOf(button.action.data)
      if (button.action.type !== 'Action.Submit' || fieldsOf(data.msteams).type !== 'task/fetch')
        throw new Error(`${title} opens no window`)
      const filled = fill(button.inputs, inputs, world.rules.emptyInputs)
      if ('refused' in filled) return filled
      const at = messageAt(world, spot)
      const value = { data: { ...data, ...filled.values }, context }
      const delivery = await ask.invoke(at, 'task/fetch', value, { thread: true, replyToId: at.id })
      return ask.answered(delivery, obey({ of: 'task', spot: at, carried: {} }, false))
    },
    /** The open window, or nothing. */
    dialog: (): Dialog | undefined => world.dialogs.get(me()),
    /** Fills in the open window and presses its button: the first, unless one is named. */
    submitDialog: async (filling: Filling = {}, title?: string): Promise<Acted> => {
      const dialog = open()
      const first = title ?? buttonsIn(dialog.card)[0]?.title ?? ''
      const { action, inputs } = buttonOf(dialog.card, first)
      if (action.type !== 'Action.Submit') throw new Error(`${first} is an ${String(action.type)}`)
      const filled = fill(inputs, filling, world.rules.emptyInputs)
      if ('refused' in filled) return filled
      const data = { ...fieldsOf(action.data), ...filled.values }
      const task = dialog.of === 'task'
      const name = task ? 'task/submit' : 'composeExtension/submitAction'
      // Teams does not say again in which thread a task module was opened.
      const more = { thread: !task, ...(task ? {} : { channelData: { source: { name: 'message' } } }) }
      const delivery = await ask.invoke(
        messageAt(world, dialog.spot),
        name,
        { ...dialog.carried, data, context },
        more,
      )
      return ask.answered(delivery, obey(dialog, true))
    },
    /** Closes the open window; the bot does not hear of it. */
    closeDialog: (): void => {
      open()
      close()
    },
    /** Calls the message action on a message. */
    reportThis: async (spot: Spot, command = 'report'): Promise<Acted> => {
      const at = messageAt(world, spot)
      const conversation = world.conversations.get(at.conversation)
      const team = conversation?.team === undefined ? undefined : world.teams.get(conversation.team)
      if (!personOf(world, id).installed && conversation?.installed !== true && team?.installed !== true)
        throw new Error(`The app is installed neither for ${id} nor there: the action is not offered`)
      const carried: Fields = {
        commandId: command,
        commandContext: 'message',
        requestId: randomUUID().replaceAll('-', ''),
        messagePayload: messagePayload(world, at),
      }
      const delivery = await ask.invoke(
        at,
        'composeExtension/fetchTask',
        { ...carried, context },
        {
          thread: true,
          channelData: { source: { name: 'message' } },
        },
      )
      return ask.answered(delivery, obey({ of: 'message_action', spot: at, carried }, false))
    },
  }
}
