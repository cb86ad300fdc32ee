/** Five people are in trouble within some seconds: what each of them says. */
export const fiveTroubles = [
  '三楼打印机坏了',
  '一台笔记本开不了机',
  '扫描仪卡纸了',
  '投影仪没有信号',
  '会议室电话没有声音',
] as const
