import { describe, expect, it } from 'vitest'
import { cn3x3 } from '../../../src/domain/agreement/cn-3x3.ts'
import { suggest } from '../../../src/domain/ticket/suggest/suggest.ts'

const requests = [
  ...['I need a new laptop', 'Please give Anna access to the CRM', 'How do I share my calendar?'],
  ...['Could I get a second monitor?', 'Can you install Visio on my laptop next week'],
  ...['We have a new starter on Monday, please set up an account', 'How can I reset my password?'],
  ...['申请一台笔记本', '帮忙开通权限', '怎么设置邮箱签名？', '请给新员工开通VPN账号', '我想领一个鼠标'],
  ...['如何在手机上收公司邮件', '需要一台新的显示器', '新同事周一入职，请准备电脑和账号'],
]

const incidents = [
  ...['I need a working printer, ours is broken', 'Please give me back access, I am locked out'],
  ...['How do I log in? It says wrong password', 'I need help, the VPN is down', 'CRM is slow this morning'],
  ...['Can you install the update? My laptop crashes without it', 'How do I remove this virus?'],
  ...[
    '申请处理：网络断了',
    '帮忙看看打印机卡纸',
    '权限丢失，请重新开通',
    '怎么设置都连不上',
    '申请恢复数据库',
  ],
  ...['Something about the lobby', '三楼打印机坏了', '请安装杀毒软件，电脑中毒了'],
]

describe('which sort of work words ask for', () => {
  it.each(requests)('D5 is a service request: %s', (text) => {
    expect(suggest(text, cn3x3).work).toBe('service_request')
  })

  it.each(incidents)('D5 is an incident where anything is wrong, or nothing says so: %s', (text) => {
    expect(suggest(text, cn3x3).work).toBeUndefined()
  })
})
