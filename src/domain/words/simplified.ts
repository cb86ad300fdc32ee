/**
 * The characters that what people say to the bot is made of, each followed by its traditional and older forms. A word of
 * a new command may need a line more: the test of the openers names it.
 */
const forms = `
  万萬 与與 专專 业業 东東 丢丟 两兩 严嚴 个個箇 临臨 为為爲 丽麗 么麼麽 义義 乔喬 于於
  云雲 产產産 仅僅 从從 仓倉 仪儀 们們 价價 众眾衆 优優 会會 伟偉 传傳 体體 余餘 修脩 值値
  储儲 兰蘭 关關 内內 册冊 写寫 军軍 冯馮 决決 况況 准準 几幾 凤鳳 凭憑 出齣 击擊 划劃
  刘劉 则則 刚剛 创創 删刪 别別彆 制製 办辦 务務 动動 劳勞 区區 升昇陞 华華 协協 单單 卢盧
  即卽 厂廠 历厤曆歷 参參蔘 双雙 发發髮 变變 只隻衹 台檯臺颱枱 叶葉 号號 合閤 同衕 后後
  向嚮曏 吗嗎 启啓啟 吴吳 员員 周週 咨諮 响響 哟喲 回迴 团團糰 园園 围圍 国國 图圖 场場
  坏壞 块塊 墙墻牆 处處 备備 复復複覆 头頭 奖奬獎 孙孫 实實 审審 家傢 宽寬 对對 寻尋 导導
  将將 尔爾 尽儘盡 层層 属屬 布佈 师師 帐帳 带帶 帮幫 干乾幹榦 并並併幷 庆慶 库庫 应應 开開
  异異 弃棄 张張 强強 归歸 当噹當 录彔錄録 彻徹 态態 总總 恶噁惡 惩懲 户戶 扇搧 才纔 扣釦
  执執 扩擴 扫掃 护護 报報 担擔 择擇 挂掛 损損 换換 据據 摄攝 摆擺襬 教敎 数數 断斷 无無
  旧舊 时時 显顯 晓曉 暂暫 术朮術 机機 杂雜 权權 条條 来來 杨楊 板闆 构構 查査 标標 栋棟
  样樣 核覈 档檔 检檢 楼樓 汇匯彙滙 汉漢 汤湯 沟溝 没沒 泄洩 注註 浅淺 测測 浏瀏 溃潰 满滿
  点點 烦煩 状狀 独獨 环環 现現 电電 痪瘓 瘫癱 监監 盗盜 盘盤 真眞 着著 矩榘 码碼 确確
  私俬 种種 称稱 稳穩 笔筆 签簽籤 简簡 类類 系係繫 紧緊 累纍 红紅 约約 级級 纸紙 线綫線
  练練 组組 织織 经經 绑綁 结結 绕繞遶 给給 络絡 绝絕絶 统統 继繼 续續 维維 编編 缩縮 网網
  罗羅 群羣 职職 联聯 脑腦 脱脫 致緻 节節 苏囌蘇 范範 获獲穫 营營 萧蕭 蒋蔣 蓝藍 虚虛 补補
  表錶 装裝 见見 观觀 规規 视視 览覽 触觸 计計 订訂 认認 让讓 议議 讯訊 记記 许許 设設
  访訪 证証證 评評 识識 诉訴 诊診 译譯 试試 话話 询詢 该該 语語 误誤 说說説 请請 诺諾 读讀
  谁誰 调調 谈談 谢謝 谭譚 负負 财財 责責 败敗 账賬 质質 贺賀 贾賈 资資 赵趙 赶趕 践踐
  踪蹤 车車 转轉 软軟 载載 较較 辑輯 输輸 边邊 达達 过過 运運 还還 这這 进進 远遠 连連
  迟遲 选選 递遞 逾踰 遗遺 邓鄧 邮郵 邹鄒 郑鄭 采埰寀採 里裏裡 针針鍼 钓釣 钟鈡鍾鐘 钮鈕
  钱錢 银銀 销銷 锁鎖 错錯 键鍵 长長 门門 闪閃 闭閉 问問 间間 队隊 阵陣 陆陸 陈陳 险險
  随隨 面麪麫麵 韩韓 页頁 项項 顺順 须須鬚 顾顧 顿頓 预預 领領 频頻 颗顆 题題 额額 风風
  扰擾 静靜 馈饋 马馬 验驗 骤驟 鱼魚 黄黃 龙龍 废廢 终終 缓緩 虑慮 觉覺 赞贊讚 驳駁 诶誒 亲親 蛮蠻
`

const known: ReadonlyMap<number, number> = new Map(
  forms
    .trim()
    .split(/\s+/)
    .flatMap(([simple = '', ...others]) =>
      others.map((other) => [other.charCodeAt(0), simple.charCodeAt(0)] as const),
    ),
)

/** The simplified character for a traditional one, as UTF-16 units; any other unit itself. */
export const simplified = (unit: number): number => (unit < 0x3400 ? unit : (known.get(unit) ?? unit))
