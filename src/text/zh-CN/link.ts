import type { link as en, LinkRefusals } from '../en/link.ts'

const refusals: LinkRefusals = {
  link_administrators_only: () => '只有服务方管理员可以关联频道，未做任何更改。',
  link_no_customer: () => '它不是您的客户，未做任何更改。单独发送“关联”可从客户中选择。',
  link_no_contact: (org) =>
    `没有人可以确认：${org}的联系人在此平台上没有账号。请运维管理员在组织文件中补充。`,
  link_exists: (org) => `此频道已关联到${org}。如需改动，请先发送“取消关联”。`,
  link_of_others: () => '此频道已由其他服务方关联或申请关联，未做任何更改。',
  link_contacts_only: (org) => `只有${org}的联系人可以答复，未做任何更改。`,
  link_not_proposed: () => '此问题已处理或已撤回，未做任何更改。服务方管理员可用“关联”重新发起。',
  link_missing: () => '此频道没有关联，无需取消。',
  link_stated: (org) => `组织文件规定此频道属于${org}，不能在此取消，请运维管理员从文件中移除。`,
}

/** Linking a channel: who it belongs to is proposed by the supplier, confirmed by the customer, and never guessed. */
export const link: typeof en = {
  help: '“关联”：说明此频道归谁所有；“取消关联”可撤回。',
  form: {
    title: '关联此频道',
    org: '这是谁的频道？',
    intro:
      '客户频道须由客户联系人在频道中确认，确认前不展示任何内容。工程师频道会展示内部信息，其中不得有客户人员。',
    unknown: (said) => `您的客户中没有“${said}”，请选择。`,
    engineers: (supplier) => `${supplier}：我方工程师频道`,
  },
  onlyInChannel: '这里只有您和我。请到需要关联的频道中发送“关联”。',
  asked: (customer) =>
    `已发起，请${customer}的联系人在此频道的卡片上确认，确认前不展示任何内容。如未出现卡片，请先把我加入频道再关联。`,
  ownRoom: '已关联为你们的工程师频道。',
  unlinked: '已取消：此频道没有关联，不再展示任何内容。',
  confirmed: (customer) => `已确认：这是${customer}的频道。`,
  refused: '已记录：此频道保持未关联，并会告知管理员。',
  question: {
    title: '这是谁的频道？',
    text: (supplier, customer) =>
      `${supplier}希望在此频道为${customer}提供支持。关联后频道内的所有人都能看到${customer}的事件。`,
    who: (customer) => `请${customer}的联系人确认或拒绝，在此之前不展示任何内容。`,
    confirm: '确认',
    refuse: '不是我们的',
    settled: '此问题已无需答复。',
  },
  news: {
    linked: (customer, supplier) =>
      `频道已关联：${supplier}在此为${customer}提供支持。提及我并说明故障现象，即为报障。`,
    ownRoom: (supplier) => `这里现在是${supplier}的工程师频道，客户的报障会送到这里。`,
    unlinked: (person) => `${person}取消了此频道的关联，这里不再展示任何内容。`,
    refused: (person, customer) => `${person}表示您要关联的频道不属于${customer}，该频道保持未关联。`,
  },
  unknown: {
    administrator:
      '我还不认识此频道，因此不能展示任何内容。如需关联，请发送“关联”加客户的代号或名称，或单独发送“关联”进行选择。',
    asked: (customer) => `在${customer}的联系人通过频道中的卡片确认之前，我不能在此展示任何内容。`,
    customer: (supplier) =>
      `我还不认识此频道，因此不能展示任何内容。须由${supplier}的管理员关联，在此之前请直接私信我。`,
  },
  refusals,
}
