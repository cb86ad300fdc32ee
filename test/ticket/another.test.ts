import { describe, expect, it } from 'vitest'
import { namesAnother } from '../../src/domain/ticket/suggest/another.ts'

const ticket = (text: string, category = 'other') => ({
  title: text,
  text,
  category: { value: category, reason: '', suggested: true },
})

const laptop = ticket('My laptop does not start any more', 'hardware')
const notebook = ticket('我的笔记本开不了机', 'hardware')
const printer = ticket('三楼打印机坏了', 'printer')
const mail = ticket('Outlook shows no new mail', 'email')
const tills = ticket('Our tills are down')

describe('words to a ticket that are a trouble or a request of their own', () => {
  it.each([
    [laptop, 'the mail server is down for everybody'],
    [laptop, 'I need access to the shared drive'],
    [laptop, 'the printer is broken too'],
    [laptop, 'Also, nobody in the office can reach the internet'],
    [laptop, 'the coffee machine is broken'],
    [laptop, 'also my phone has no signal'],
    [laptop, 'we cannot reach the shared drive'],
    [notebook, '共享盘进不去'],
    [printer, '会议室投影没画面'],
    [printer, 'someone stole my laptop'],
    [printer, 'there is smoke in the server room'],
    [printer, 'please reset my password'],
    [printer, '我的笔记本被偷了'],
    [laptop, 'Please order a headset for our new colleague'],
    [laptop, 'another problem: my laptop bag was stolen'],
    [mail, 'the VPN does not connect'],
    [mail, 'Could you install Photoshop on my laptop?'],
    [tills, 'The website is down'],
    [ticket('The ERP is down', 'application'), 'the website is down'],
    [notebook, '邮件服务器挂了，所有人都收不到邮件'],
    [notebook, '我要申请共享盘权限'],
    [notebook, '打印机也坏了'],
    [notebook, '空调坏了'],
    [notebook, '另外，我的笔记本键盘也坏了'],
    [ticket('I need a new laptop', 'hardware'), 'I need a second monitor too'],
    [ticket('I need a new laptop', 'hardware'), 'the mail server is down for everybody'],
    [ticket('申请一台新笔记本', 'hardware'), '再申请一个显示器'],
    [printer, '三楼网络断了'],
    [printer, '帮新同事开通邮箱账号'],
  ])('%#: %o, %s', (about, words) => {
    expect(namesAnother(words, about)).toBe(true)
  })

  it.each([
    [laptop, 'The serial number is 12345'],
    [laptop, 'the laptop is in room 204'],
    [laptop, 'the screen is black too'],
    [laptop, 'it is still broken'],
    [laptop, 'still down'],
    [laptop, 'it happens again'],
    [laptop, 'I tried another cable, still not working'],
    [laptop, 'we need it before 3 pm'],
    [laptop, 'please hurry, customers are waiting'],
    [laptop, 'my colleague has the same problem'],
    [laptop, 'now it does not even turn on'],
    [laptop, 'thanks'],
    [laptop, 'I need a new battery for the laptop'],
    [mail, 'Outlook says cannot connect'],
    [mail, 'my mailbox is not full'],
    [notebook, '序列号是12345'],
    [notebook, '屏幕也是黑的'],
    [notebook, '笔记本在204房间'],
    [notebook, '还是不行'],
    [notebook, '又坏了'],
    [notebook, '重启了三次还是不行'],
    [notebook, '快点，客户都等着呢'],
    [notebook, '三点前要用'],
    [printer, '现在二楼也不行了'],
    [printer, '会议室那边也坏了'],
    [laptop, 'now the second floor is down too'],
    [ticket('I need a new laptop', 'hardware'), 'it should have 32 GB of memory'],
    [ticket('申请一台新笔记本', 'hardware'), '要32G内存的'],
    [printer, '换了硒鼓也不行'],
    [printer, '错误代码49.4C02'],
    [printer, '同事也打不了'],
    [printer, 'My colleague cannot print either'],
    [printer, '四楼的打印机也坏了'],
  ])('or are not, %#: %o, %s', (about, words) => {
    expect(namesAnother(words, about)).toBe(false)
  })
})
