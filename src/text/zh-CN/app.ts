import type { app as en } from '../en/app.ts'

/** What the bot says of itself: whom it does not know, what went wrong on its side, where a word went. */
export const app: typeof en = {
  unknownPerson: '我不认识这个账号，因此不能展示或处理任何内容。请联系供方管理员添加您。',
  unknownPlace: '这个频道没有关联到您所属的需方或供方团队，因此不能展示任何内容。请直接私信我。',
  unknownAction: '这个按钮已经失效。输入“帮助”查看您可以做什么。',
  notForYou: '您没有这项操作的权限，未做任何更改。输入“帮助”查看您可以做什么。',
  fault: (reference) =>
    `我们这边出了问题，未做任何更改。请重试；如仍不行，请把这个编号告诉运维管理员：${reference}。`,
  openForm: '打开表单',
  formFor: (title) => `${title}：点击按钮填写表单。`,
  addedTo: (ticket) => `已作为答复加入 ${ticket}。如果这是另一件事，请以“报障：”开头重新申报。`,
  noted: (ticket) => `已加入 ${ticket}。`,
  meant: (button) => `您是想“${button}”吗？请点击按钮，尚未记录任何内容。`,
  notedButMeant: (ticket, button) => `已加入 ${ticket}。您是想“${button}”吗？如果是，请点击按钮。`,
  notedInternally: (ticket) =>
    `已记为 ${ticket} 的内部备注，需方看不到。要写给需方，请用“进展 ${ticket} …”。`,
  belongsTo: (ticket) => `这条消息已属于 ${ticket}，未做任何更改。`,
  slower: '您一分钟内的操作太多了。您写的内容已保存，稍后处理；按钮和命令没有生效，请一分钟后重试。',
}
