import type { asked as en } from '../en/asked.ts'

/** Answers to what people ask of tickets in their own words, and what is asked back where words alone do not say enough. */
export const asked: typeof en = {
  has: (id, person) => `${id}由${person}处理。`,
  nobodyYet: (id) => `${id}还没有人接单。`,
  queued: (id, person) => `${id}还没有人接单，已派给${person}。`,
  responds: (due) => `${due}前会有人响应。`,
  solves: (due) => `承诺${due}前解决。`,
  wasDue: (due) => `原承诺${due}前解决，现已超时。`,
  paused: '在此之前暂停计时。',
  noTime: '没有承诺时限。',
  proposed: (id, person) => `${person}已提交${id}的解决方案。`,
  consent: (people) => `解决了吗？请${people}确认。`,
  confirmation: (people) => `已同意结单，还需${people}确认关闭。`,
  ended: (id, status) => `${id}${status}。`,
  endedAt: (id, status, at) => `${id}${status}（${at}）。`,
  lastHeard: (person, at) => `${person} ${at}写道：`,
  passedOn: '您的问题也已转给对方。',
  which: '您说的是哪个事件？',
  whichNote: '尚未记录。点击其中一个，您的话就会记到那里。',
  thisOne: '您说的是这个吗？',
  noneNamed: '没有找到与此有关的未结事件。目前未结的有：',
  nothingNamed: '没有找到与此有关的事件，目前也没有未结的事件。如果是新问题，请报障。',
  pressed: (id) => `已加入${id}。如需更高级别的人介入，请升级。`,
  again: (id, at) =>
    `已加入${id}。该事件已于${at}关闭，不再处理。是同样的问题又出现了吗？是的话请重新打开；如果是新问题，请报障。`,
  inVain: (person, act, why) => `${person}尝试“${act}”未成功：${why}`,
  passedOnInVain: (id) => `您的话已记入${id}，工程师能看到。`,
  goodToHear: '好的，您目前没有未结的事件。',
  nothingOpen: '请问哪里出了问题？您目前没有未结的事件，直接写下故障现象即可报障。',
}
