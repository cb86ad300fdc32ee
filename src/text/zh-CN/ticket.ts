import type { ticket as en } from '../en/ticket.ts'

const categories = {
  security: '安全',
  printer: '打印',
  email: '邮件',
  database: '数据库',
  access: '账号与权限',
  network: '网络',
  hardware: '硬件',
  performance: '性能',
  application: '应用系统',
  other: '其他',
}

const supplierRoles = {
  engineer: '工程师',
  team_lead: '技术主管',
  project_manager: '项目经理',
  department_manager: '部门经理',
  service_director: '服务总监',
  executive: '高层领导',
  administrator: '管理员',
  assignee: '处理人',
  duty: '值班工程师',
  room: '工程师群',
}
const customerRoles = {
  reporter: '报障人',
  contact: '联系人',
  it_manager: 'IT经理',
  executive: '高层领导',
  asked: '被请求人',
  follower: '重复报障的报障人',
  thread: '报障会话',
}

const known = (words: { readonly [id: string]: string }, id: string): string =>
  (Object.hasOwn(words, id) ? words[id] : undefined) ?? id

/** The field's words for what is on a ticket. */
export const ticket: typeof en = {
  works: { incident: '故障', service_request: '服务请求' },
  asWork: { incident: '故障', service_request: '服务请求' },
  statuses: {
    new: '待接单',
    in_progress: '处理中',
    on_hold: '挂起',
    resolved: '已解决，待双方确认',
    closed: '已关闭',
    cancelled: '已取消',
  },
  priorities: { P1: '一级（P1）', P2: '二级（P2）', P3: '三级（P3）', P4: '四级（P4）' },
  targets: { response: '响应', resolution: '解决' },
  asks: { information: '提供信息', approval: '审批', access: '开通权限' },
  cancellations: { withdrawn: '已撤回', duplicate: '重复报障', out_of_scope: '不在服务范围' },
  sources: { chat: '聊天', phone: '电话', fax: '传真', mail: '邮件', other: '其他方式' },
  supplierRoles,
  customerRoles,
  sides: { supplier: '服务方', customer: '客户' },
  tiers: { 1: '一线服务台', 2: '二线', 3: '三线' },
  role: (side, id) => (side === 'supplier' ? known(supplierRoles, id) : known(customerRoles, id)),
  category: (id) => known(categories, id),
}
