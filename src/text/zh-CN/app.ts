import type { app as en } from '../en/app.ts'

/** What the bot says of itself: whom it does not know, what went wrong on its side, where a word went. */
export const app: typeof en = {
  unknownPerson: '我不认识这个账号，因此不能展示或处理任何内容。请联系服务方管理员添加您。',
  unknownPlace: '这个频道没有关联到您所属的客户或服务方团队，因此不能展示任何内容。请直接私信我。',
  unknownAction: '这个按钮已经失效。输入“帮助”查看您可以做什么。',
  notForYou: '您没有这项操作的权限，未做任何更改。输入“帮助”查看您可以做什么。',
  otherKind: (item) => `${item}不适用这项操作，未做任何更改。`,
  fault: (reference) =>
    `我们这边出了问题，未做任何更改。请重试；如仍不行，请把这个编号告诉运维管理员：${reference}。`,
  openForm: '打开表单',
  fillIn: '点击按钮填写表单。',
  addedTo: (ticket) => `已作为答复加入${ticket}。如果这是另一件事，请以“报障：”开头重新报障。`,
  noted: (ticket) => `已加入${ticket}。`,
  notedButAnother: (ticket) => `已加入${ticket}。这是另一个问题吗？`,
  meant: (button) => `您是想“${button}”吗？请点击按钮，尚未记录任何内容。`,
  notedButMeant: (ticket, button) => `已加入${ticket}。您是想“${button}”吗？如果是，请点击按钮。`,
  notedInternally: (ticket) => `已记为${ticket}的内部备注，客户看不到。要写给客户，请用“进展 ${ticket} …”。`,
  answered: (ticket) => `已加入${ticket}，作为对请求的答复，恢复计时。`,
  passedOn: (ticket) => `已加入${ticket}，并转告工程师。`,
  decisionMissing: (asker) => `${asker}的请求仍待您决定，仅凭留言不算审批，请点击按钮。`,
  addedIsItSolved: (ticket) => `已加入${ticket}。解决方案等待您确认：解决了吗？请点击按钮。`,
  addedToEnded: (ticket, status) => `已加入${ticket}。该事件${status}，不再处理。`,
  isItSolved: (ticket) => `${ticket}的解决方案等待您确认：解决了吗？请点击按钮，尚未记录任何内容。`,
  somethingNew: '如果这是另一件事，请点击“我要报障”，或以“报障”开头，例如“报障 邮件收不到了”。',
  belongsTo: (ticket) => `这条消息已属于${ticket}，未做任何更改。`,
  slower: '您一分钟内的操作太多了。您写的内容已保存，稍后处理；按钮和命令没有生效，请一分钟后重试。',
  /** To whoever sent a form again, filled in otherwise. */
  sentBefore:
    '此表单之前已提交，内容与这次不同，以之前的为准，这次未做任何更改。如需提交这次的内容，请重新打开表单。',
  /** To the administrators: nobody watches the clock or sends any more. */
  stopped: {
    title: 'Accord已停止值守',
    waking: (since) => `自${since}起无人计时：不再预警，也不再升级。`,
    sending: (since) => `自${since}起通知未再发出：新情况没有告知任何人。`,
    next: '各位发来的消息仍会保存，按钮仍可使用。请联系Accord的运维人员检查工作进程（ROLE=worker或ROLE=all）及其日志。在我通知恢复之前，请自行关注各项时限。',
  },
  /** The same administrators, once somebody does again. */
  returned: {
    title: 'Accord已恢复值守',
    waking: (since) => `计时已恢复（${since}）。其间到期的事项正在补办，并标明延迟。`,
    sending: (since) => `通知已恢复发送（${since}），紧急的优先。`,
    next: '没有任何内容丢失。随时可通过网页聊天的`/health`查看我的状态。',
  },
  /** To the administrators: the database was put back to an earlier moment. */
  restored: {
    title: '数据库已恢复到较早的备份',
    between: (from, until) => `我的记录已退回到${from}。此后至${until}的内容不在记录中，聊天里仍可看到。`,
    since: (from) => `我的记录已退回到${from}。此后的内容不在记录中，聊天里仍可看到。`,
    back: (tickets) => `退回到较早状态的事件：${tickets}。`,
    gone: (tickets) => `记录已不存在的事件：${tickets}。这些编号会再次分配给新的报障。`,
    andMore: (tickets, more) => `${tickets}等，另有${more}个`,
    unknown: '具体涉及哪些事件无法得知：数据库以外的记录不在此处。',
    directory: '人员、频道或协议也有退回。',
    again: '这段时间的提醒和告警可能会再次发出。',
    unsent: (count) => `有${count}条待发通知不再发送，因为可能已经发过。`,
    next: '请在聊天中核对这些事件，并在此补上缺失的操作，尤其是接单、答复、解决方案和客户的确认。请告知客户。',
  },
  /** To the administrators: a chat does not let me write to somebody, or in a room. */
  leftUndone: {
    title: '有事项未能完成',
    effects: (item) => `${item}到期的事项已处理，但本应随之在别处进行的操作被拒绝。`,
    due: (item) => `${item}到期的事项被拒绝，未能处理。`,
    fault: (item) => `${item}到期的事项因系统故障未能处理，我会每半分钟重试一次。`,
    next: '请查看并手动补上缺少的操作。Accord的运维人员可在日志中查到详情。',
  },
  outOfReach: {
    title: '已无法送达',
    why: '平台返回的原因',
    person: {
      says: (name, org, platform) =>
        `我已无法在${platform}上给${name}（${org}）发消息。发给此人的通知会转到其他账号，没有其他账号时转给同角色的下一位。`,
      next: '请为此人安装应用，或请本人添加应用并给我发送“帮助”。也可以在组织文件中补充其他账号。',
    },
    room: {
      says: (name, org, platform) =>
        `我已无法在${platform}的“${name}”（${org}）中发消息，应在那里发布的内容都无法送达。`,
      next: '请把我重新加入该会话，或关联另一个会话：在那里提及我并发送“关联”。',
    },
  },
}
