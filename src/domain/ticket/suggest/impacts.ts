import type { Rule } from './rule.ts'
import { words } from './rule.ts'

/** Who is affected: 1 the whole organisation or its core business, 2 a group or one function, 3 one person or nothing. */
export const impactRules: readonly Rule[] = [
  {
    to: '1',
    negated: '2',
    weight: 9,
    words: words(
      'whole office, whole company, whole organisation, whole organization, whole business',
      'whole site, whole building, whole factory, whole hospital, whole school, entire office',
      'entire company, entire organisation, entire organization, entire site, all offices, all sites',
      'all users, all staff, all employees, all customers, all branches, all stores, all of us',
      'everyone, everybody, every user, every office, every site, every branch, both sites',
      'both offices, all three sites, all locations, all departments, nobody can, no one can',
      'no-one can, company-wide, company wide, office-wide, site-wide, organisation-wide',
      'core business, production line, production stopped, production is stopped',
      'production has stopped, business stopped, cannot trade, all systems',
      '全公司, 整个公司, 公司所有, 整个单位, 全单位, 全院, 全校, 全厂, 全厂区, 全集团, 全国, 所有人',
      '所有用户, 所有员工, 所有同事, 所有门店, 所有部门, 全部用户, 全部员工, 全部门店, 全体, 全员',
      '大家都, 每个人, 没有人能, 没人能, 谁都, 整栋楼, 核心系统, 核心交换机, 核心设备, 整个园区',
      '核心业务, 生产线, 产线, 停产, 停工, 业务中断, 业务停, 无法营业, 不能营业, 全线',
    ),
  },
  {
    to: '2',
    weight: 5,
    words: words(
      'department, team, several, some users, some people, some of us, a few, many, multiple, floor',
      'branch, group, colleagues, half of, finance, accounting, sales, warehouse, hr, not only me',
      'not just me, not only mine, more than one, two of us, three of us, classroom',
      '部门, 科室, 财务部, 销售部, 人事部, 团队, 小组, 几个人, 几个同事, 多人, 多名, 好几个, 部分',
      '一些同事, 一些用户, 同事们, 楼层, 一层, 二楼, 三楼, 分公司, 门店, 仓库, 车间, 不只是我, 不止我',
      '不光我, 不仅我, 不是我一个, 不只我, 多台, 好几台, 几台',
    ),
  },
  {
    to: '3',
    weight: 6,
    words: words(
      'only me, just me, only my, just my, one user, one person, single user, a single pc, one pc',
      'one computer, one laptop, a user, a colleague, my own',
      '只有我, 就我, 只是我, 仅我, 我一个人, 一个人, 单个用户, 一个用户, 一台电脑, 一名员工, 一位同事',
      '一个同事, 我自己, 单台, 个别',
    ),
  },
  {
    negated: '3',
    weight: 9,
    words: words(
      'impact, affecting, affect, affected, effect on business, business impact',
      '影响, 影响使用, 影响工作, 影响业务, 影响办公',
    ),
  },
  {
    to: '3',
    weight: 9,
    words: words('little impact, minor impact', '影响不大, 影响很小, 影响较小, 影响有限'),
  },
  {
    to: '3',
    weight: 18,
    words: words(
      'everyone else can, everybody else can, others can, works for everyone else, works for others',
      '大家都能, 别人都能, 别人都可以, 其他人都能, 其他人都可以, 其他人正常, 别人正常, 就我不行',
    ),
  },
  { weight: 0, words: words('teams, sales order, finance software', '财务软件') },
  { to: '2', weight: 1, slight: true, words: words('we, us, our', '我们, 咱们, 我部') },
  { to: '3', weight: 1, slight: true, words: words('i, my, me, mine', '我, 本人') },
]
