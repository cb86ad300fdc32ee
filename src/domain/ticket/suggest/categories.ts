import type { Rule } from './rule.ts'
import { words } from './rule.ts'

/** The catalogue's categories (RS.5b). At equal weight the earlier one is suggested. */
export const categories = [
  'security',
  'printer',
  'email',
  'database',
  'access',
  'network',
  'hardware',
  'performance',
  'application',
  'other',
] as const
export type Category = (typeof categories)[number]

const rules: readonly (Rule & { readonly to?: Category })[] = [
  {
    to: 'security',
    weight: 20,
    words: words(
      'virus, malware, ransomware, trojan, phishing, hacked, hacker, breach, data leak, intrusion',
      'compromised, suspicious login, suspicious email, suspicious mail, security incident',
      'unauthorised access, unauthorized access, stolen laptop, laptop was stolen, vulnerability',
      '中毒, 病毒, 木马, 勒索, 钓鱼, 黑客, 被黑, 入侵, 泄露, 泄漏, 盗号, 被盗, 异地登录, 可疑登录',
      '可疑邮件, 漏洞, 安全事件, 恶意软件',
    ),
  },
  {
    weight: 0,
    words: words('accounting, security camera, antivirus licence, antivirus license', '防病毒, 钓鱼台, 漏水'),
  },
  {
    to: 'printer',
    weight: 9,
    words: words(
      'printer, print, printing, scanner, scanning, toner, paper jam, copier',
      '打印, 复印, 扫描仪, 硒鼓, 墨盒, 卡纸',
    ),
  },
  {
    to: 'email',
    weight: 9,
    words: words(
      'email, e-mail, mail, mailbox, outlook, inbox, exchange server, smtp, spam',
      '邮件, 邮箱, 收件箱, 发件, 企业邮',
    ),
  },
  {
    to: 'database',
    weight: 9,
    words: words(
      'database, oracle, mysql, postgres, postgresql, sql server, deadlock, tablespace',
      '数据库, 表空间, 死锁, 主从, 数据丢失, 数据表',
    ),
  },
  {
    to: 'access',
    weight: 9,
    words: words(
      'password, passcode, account, login, log in, log on, logon, sign in, signin, locked out',
      'permission, access denied, access right, two-factor, 2fa, mfa, authenticator',
      '密码, 账号, 帐号, 账户, 帐户, 登录, 登陆, 登不上, 登不进, 权限, 共享, 验证码, 解锁, 锁定',
    ),
  },
  {
    to: 'network',
    weight: 9,
    words: words(
      'network, internet, vpn, wifi, wi-fi, wlan, lan, switch, router, firewall, dns, dhcp, bandwidth',
      'packet loss, cable, offline, ping, access point',
      '网络, 没网, 没有网, 网速, 掉线, 断网, 上不了网, 上网, 无线, 交换机, 路由, 防火墙, 专线, 带宽',
      '丢包, 网线, 内网, 外网',
    ),
  },
  {
    to: 'hardware',
    weight: 5,
    words: words(
      'laptop, monitor, screen, keyboard, mouse, headset, docking station, hard drive, hard disk',
      'battery, power supply, projector, desktop, phone, webcam, ups, overheating, fan noise',
      '笔记本, 显示器, 屏幕, 键盘, 鼠标, 耳机, 硬盘, 电池, 电源, 投影, 主机, 蓝屏, 黑屏, 开不了机',
      '风扇, 话机, 摄像头, 内存条, 电话, 门禁',
    ),
  },
  {
    to: 'hardware',
    weight: 2,
    words: words('server, disk', '服务器, 磁盘'),
  },
  {
    to: 'performance',
    weight: 4,
    words: words(
      'slow, slowly, sluggish, lag, lagging, laggy, takes forever, takes ages, timeout, timing out',
      'time out, times out, high cpu, freezing, unresponsive, cpu',
      '慢, 卡顿, 很卡, 太卡, 好卡, 特别卡, 超时, 转圈, 响应时间, 延迟',
    ),
  },
  {
    to: 'application',
    weight: 3,
    words: words(
      'erp, crm, sap, app, application, software, website, portal, system, excel, word, teams',
      'browser, invoice, report page, web page, checkout, payroll, module',
      '系统, 软件, 应用, 网站, 网页, 官网, 网银, 页面, 程序, 报表, 平台, 收银, 发票, 财务软件, 考勤',
      '小程序, 浏览器, office软件, 办公软件, 审批流, 订单',
    ),
  },
]

/**
 * Which words point to which category. “No internet” is about the network all the same; only “no virus” is not about
 * security.
 */
export const categoryRules: readonly Rule[] = rules.map((rule) =>
  rule.to === undefined || rule.to === 'security' ? rule : { ...rule, negated: rule.to },
)
