import { describe, expect, it } from 'vitest'
import { wayTo } from '../../../adapters/teams/render/way-to.ts'
import type { MessageRef } from '../../../src/domain/ticket/event.ts'
import { account, anna, channelId, groupId, postOf, shortCard, tenant, withSendStage } from './send-stage.ts'

const stage = withSendStage()

const root = (conversation: string): MessageRef => ({
  platform: 'teams',
  team: tenant,
  conversation,
  message: '1780000000000',
})

describe('the way from a private message to the thread it is about', () => {
  it('opens the message in its channel, and in a group chat', () => {
    expect(wayTo(root(channelId))).toBe(
      'https://teams.microsoft.com/l/message/19%3Aops%40thread.tacv2/1780000000000?tenantId=tenant-1&parentMessageId=1780000000000',
    )
    expect(wayTo(root(groupId))).toBe(
      'https://teams.microsoft.com/l/message/19%3Agroup%40thread.v2/1780000000000?tenantId=tenant-1&context=%7B%22contextType%22%3A%22chat%22%7D',
    )
  })

  it('stands on the card when it is posted and when it is drawn anew', async () => {
    stage().teams.install(anna)
    const place = await stage().direct(account(anna))
    const post = postOf('k1', shortCard(), { thread: root(channelId), language: 'zh-CN' })
    const posted = await stage().post(place, post)
    if (posted.outcome !== 'sent') throw new Error(posted.outcome)
    const shown = () => JSON.stringify(stage().teams.standing[0]?.activity)
    expect(shown()).toContain(wayTo(root(channelId)))
    expect(shown()).toContain('查看群内讨论')
    await stage().update(posted.message, { ...post, card: shortCard('done') })
    expect(shown()).toContain('"done"')
    expect(shown()).toContain(wayTo(root(channelId)))
  })
})
