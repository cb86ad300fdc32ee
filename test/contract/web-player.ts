import type { Messages } from '../../adapters/web/client/wire.ts'
import type { ChatMessage } from '../../src/chat/chat-log.ts'
import { webAct, webCall, webKey } from '../support/web-call.ts'
import type { Player, Said, Told, Where } from './stage.ts'
import { buttonOn, cardLinks, createPage, messageText } from './web-page.ts'

const unreached = { status: 0, body: undefined }

/** A person of the web chat: its real HTTP API, and a page that does with each answer what the real one does. */
export const webPlayer = (address: string, id: string): Player => {
  const page = createPage()
  const onScreen = new Map<string, ChatMessage>()
  const spotOf = ({ conversation, thread }: Where) => ({
    conversation,
    ...(thread === undefined ? {} : { thread }),
  })

  /** Asks once, as somebody whose server may be away. */
  const act = async (path: string, body: object) => {
    const came = await webAct(address, path, { as: id, ...body }).catch(() => unreached)
    const again = async (): Promise<Told> => (await act(path, body)).told
    return { body: came.body, told: { acknowledged: came.status === 200, again } }
  }

  const pageOf = async (where: Where, before?: string): Promise<readonly ChatMessage[]> => {
    const from = before === undefined ? {} : { before }
    const query = new URLSearchParams({ as: id, ...spotOf(where), ...from })
    const { status, body } = await webCall(`${address}api/messages?${query}`)
    if (status === 404) return []
    const { messages, root, earlier }: Messages = JSON.parse(body)
    const older = earlier ? await pageOf(where, messages[0]?.id) : root === undefined ? [] : [root]
    return [...older, ...messages]
  }

  const reads = async (where: Where): Promise<readonly ChatMessage[]> => {
    const all = await pageOf(where)
    for (const one of all) onScreen.set(one.id, one)
    return all
  }

  const says = async (where: Where, text: string, toBot?: 'toBot'): Promise<Said> => {
    const said = { ...spotOf(where), key: webKey(), text: toBot ? `@Accord ${text}` : text }
    const { body, told } = await act('say', said)
    return { ...told, message: body?.message?.id ?? '' }
  }

  const buttonAt = async (on: Parameters<Player['presses']>[0], label: string) => {
    if (on === 'alone') {
      const found = page.privateCard(label)
      return found && { button: buttonOn(found.card, label), spot: found.spot }
    }
    // What was shown once can be pressed when the server is away.
    await reads(on).catch(() => [])
    const message = onScreen.get(on.message)
    const card = message?.content.kind === 'posted' ? message.content.card : undefined
    return card && message && { button: buttonOn(card, label), spot: spotOf(message) }
  }

  return {
    account: { platform: 'web', team: 'local', user: id },
    direct: `direct:${id}`,
    says,
    edits: async ({ message }, text) => (await act('edit', { message, text: `@Accord ${text}` })).told,
    erases: async ({ message }) => (await act('erase', { message })).told,
    presses: async (on, label, carrying) => {
      const { button, spot } = (await buttonAt(on, label)) ?? {}
      if (button === undefined || spot === undefined) throw new Error(`${id} sees no button ${label}`)
      const { body, told } = await act('press', { ...spot, key: webKey(), press: carrying ?? button.press })
      if (told.acknowledged) page.show(spot, body.reply)
      return told
    },
    fills: async (given) => {
      const sent = page.typed(given)
      const { flow, item, seen, choice } = sent.form
      const form = { flow, item, seen, choice }
      const { body, told } = await act('submit', { ...sent.spot, key: webKey(), form, values: sent.values })
      if (told.acknowledged) page.formAnswered(sent, body.reply)
      return told
    },
    leaves: async () => page.close(),
    reads: async (where) =>
      (await reads(where))
        .filter(({ deletedAt }) => deletedAt === undefined)
        .map((one) => ({
          message: one.id,
          text: messageText(one),
          reaches: one.content.kind === 'posted' ? cardLinks(one.content.card) : [],
        })),
    alone: page.alone,
    form: page.form,
  }
}
