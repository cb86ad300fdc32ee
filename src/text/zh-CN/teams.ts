import type { teams as en } from '../en/teams.ts'

/** What only Teams needs said. */
export const teams: typeof en = {
  back: '返回',
  window: '在窗口中打开',
  sentInChat: '已发到您与我的单独聊天中。',
}
