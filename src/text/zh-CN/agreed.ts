import type { agreed as en } from '../en/agreed.ts'

const targets = { response: '响应', resolution: '解决' }

/** What both parties agreed, in words: levels, promises, ladder, ways to report, people on duty. */
export const agreed: typeof en = {
  levels: {
    title: (agreement) => `响应级别：${agreement}`,
    version: (version, from, to) => `第${version}版，有效期${from}至${to}。`,
    matrix: '紧急度＼影响度',
    impacts: '影响度',
    urgencies: '紧急度',
    targets: ['优先级', '响应时间', '解决时间', '进展通报', '计时方式'],
    requests: '服务请求（领用设备、开通权限、咨询等）的时限：',
    every: (length) => `每${length}`,
    ladder: ['环节', '触发条件', '通知对象'],
    share: (share, target) => `${targets[target]}时限用去${share}`,
    after: (steps, target) => `未${targets[target]}满${steps}`,
    afterOf: (priority, length) => `${priority} ${length}`,
    atOnce: (priorities) => `${priorities}受理即通知`,
    of: (side, role) => `${side}${role}`,
    or: (ways) => ways.join('，或'),
    acknowledged: '上报的经理会反复收到通知，直至确认收到。',
    closure: (reminders, window) =>
      `须经客户同意、服务方确认后才能关闭。未答复时分别在${reminders}服务时间后提醒报障人，不会自动关闭。关闭后${window}服务时间内可重新打开。`,
  },
  channels: {
    title: (supplier) => `${supplier}的受理渠道`,
    kinds: { chat: '聊天', phone: '电话', fax: '传真', mail: '邮件', web: '网络' },
    here: '也可直接在此留言，每条留言即一次报障，即时受理。',
    hours: '服务时间',
  },
  duty: {
    title: '当前值班',
    columns: ['层级', '值班人', '后备'],
    nobody: '暂无',
    standsIn: (who, away) => `${who}（代${away}）`,
    empty: '尚未排班。',
    at: (time) => `截至${time}。`,
  },
}
