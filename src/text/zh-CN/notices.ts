import type { notices as en } from '../en/notices.ts'

/** What follows from an event for the person who is told: the next step, and by when. */
export const notices: typeof en = {
  summary: (id, said) => `${id}：${said}`,
  priority: (priority) => `优先级：${priority}。`,
  delayed: (at) => `迟到：本应于${at}送达，此前无法送出。`,
  stands: (at, status, owner) =>
    owner === undefined
      ? `截至${at}：${status}。`
      : `截至${at}：${status}，${owner === '您' ? '由您处理' : `处理人${owner}`}。`,
  over: (said) => `警报解除：${said}`,
  together: {
    title: (count) => `${count}个事件需要您处理`,
    digest: '近期动态',
    over: '以下事件已无需您处理',
    of: (what, tickets) => `${what}：${tickets}`,
    line: (parts) => parts.join('；'),
    more: (count) => `另有${count}个，发“队列”或“有风险”可查看全部`,
  },
  customer: {
    atOnce: (priority) => `优先级为${priority}，按约定即时通报。`,
    updates: (every) => `至少每${every}向您通报一次进展。`,
    updatesInHours: (every) => `至少每${every}服务时间向您通报一次进展。`,
    downgrade: '是否同意？同意前不作变更。',
    approval: '请点击按钮作出决定，仅凭留言不算审批。决定前暂停计时；如认为不应暂停，可提出异议。',
    ask: '请在事件会话中回复或点击按钮。等待答复期间暂停计时；如认为不应暂停，可提出异议。',
    askCalled:
      '请点击按钮，或在事件会话中提及我并回复，没有提及我的消息我看不到。等待答复期间暂停计时；如认为不应暂停，可提出异议。',
    askReminder: '还没有收到您的答复，收到前一直暂停计时。',
    consent: '问题解决了吗？您确认后才会结束。',
    confirmation: (people) => `接下来由${people}确认关闭。`,
    survey: (until) => `请评价本次支持：1分（不满意）至5分（很满意）。${until}前可重新打开。`,
    mergedEnded: (tickets) =>
      `${tickets}此前已并入该事件，目前无人继续处理。如问题仍未解决，可提出异议，原事件将立即恢复处理。`,
    mergedOn: (tickets) =>
      `${tickets}此前已并入该事件，将随之一并处理。如两者并非同一问题，可提出异议，原事件将立即恢复处理。`,
    merging: (master) => `与${master}是同一个问题吗？您同意前仍单独处理。`,
    splitOff: '如果其实是同一个问题，请告诉我们，会重新合在一起处理。',
    contest: '如不认同，可提出异议，事件将立即恢复处理。',
    breached: '您可以立即升级。',
    acknowledge: '请确认收到，否则将再次通知。',
  },
  insteadOf: (name) => `此消息原本发给${name}，未能送达，现通知您；文中的“您”指${name}。`,
  supplier: {
    takeBy: (due) => `请在${due}前接单。`,
    take: '请立即接单。',
    assign: '请接单或指派他人。',
    yours: '现由您处理。',
    join: (owner) => `${owner}正在处理，请协助，或转派后接手。`,
    freed: '不再由您处理。',
    plan: '请说明如何按时完成：向客户通报进展，或添加内部备注。',
    handOn: '如无法按时完成，请转派或立即升级。',
    contingency: '请核对是否需要启动应急预案。',
    cause: '提交解决时须说明超时原因。',
    heard: (at) => `最近一次与客户联系：${at}。`,
    unheard: '尚未有人联系客户。',
    sentTo: (person) => `尚无人接单，已分发给${person}。`,
    owner: (owner) => `处理人：${owner}。`,
    acknowledge: '请确认收到，否则将再次通知。',
    acknowledgeEvery: (every) => `请确认收到，否则每${every}再次通知。`,
    confirm: '请确认关闭，确认后事件才会关闭。',
    decideAgain: '请重新判定：接单处理，或说明原因后再次判定。',
    askThem: '请与对方联系。对方同意前事件不会关闭。',
    update: '请通报已知情况，进展不多也请说明。',
    watch: '该时限不会触发超时告警，请自行跟进，并尽快与客户约定后续的服务时段。',
    nothingToDo: '无需再处理。',
    lowRating: '请了解不满意的具体内容。',
    unreached: (name) => `以上内容本应告知${name}，但客户无人可联系到：请用其他方式告知。`,
  },
}
