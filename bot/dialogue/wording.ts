/** What the dialogue itself says while a form is filled: short, plain, polite. */

export const wording = {
  noted: (pairs: readonly (readonly [string, string])[]): string =>
    `已记下:${pairs.map(([label, value]) => `${label} ${value}`).join(';')}。`,
  filled: (pairs: readonly (readonly [string, string])[]): string =>
    pairs.length === 0 ? '还没有填内容。' : `已填:${pairs.map(([label, value]) => `${label} ${value}`).join(';')}。`,
  missing: (labels: readonly string[]): string =>
    labels.length === 0 ? '必填项都填好了。' : `还要填:${labels.join('、')}。`,
  changed: (label: string, from: string, to: string): string => `已修改:${label}由“${from}”改为“${to}”。`,
  cleared: (label: string): string => `已清空:${label}。`,
  unchanged: (label: string, value: string): string => `${label}保持不变:${value}。`,
  notUnderstood: (label: string, why: string | null, example: string | null): string =>
    [why ?? `这个内容不能作为“${label}”。`, example === null ? '' : `例如:${example}。`].join(''),
  notInvented: (label: string, example: string | null): string =>
    `“${label}”要由您来定,我不能代填。${example === null ? '' : `可以参考:${example}。`}`,
  pick: (label: string): string => `“${label}”您指的是哪一个?也可以直接输入完整名称。`,
  pickOne: (label: string, title: string): string => `“${label}”您指的是“${title}”吗?不是的话请直接输入。`,
  pickMore: (count: number): string => `(还有 ${count} 个相近的,没有您要的就请输入完整名称)`,
  optional: '(可以不填,回复“跳过”即可)',
  fixed: (label: string): string => `“${label}”由这项业务本身确定,不能修改。`,
  unplaced: (words: string): string => `“${words}”不知道填在哪一项,没有记下;请写成“哪一项:内容”。`,
  noSuchField: (words: string): string => `这份表单里没有“${words}”这一项。`,
  notInList: (label: string, words: string): string => `“${label}”里没有“${words}”。`,
  notUnderstoodHere: '没有听明白。要提交请回复“确认”;要修改请直接说,例如“名称改成……”。',
  whichField: '您要改的是哪一项?',

  begun: (name: string): string => `好的,开始办理“${name}”。`,
  copied: (name: string): string => `其余内容先照“${name}”填好了,提交前请逐项核对。`,
  nothingToCopy: '没有找到可以照着编的目录,请说出它的名称,例如“照着‘婚姻登记信息’再编一条”。',
  backTo: (name: string): string => `(接着办“${name}”)`,
  resumed: (name: string): string => `继续办理“${name}”。`,
  switched: (name: string): string => `已换到“${name}”。`,
  whichDraft: '您指的是哪一份?',
  noDraft: '现在没有正在填写的事项。要办什么请直接说,例如“我要编一条数据目录”。',
  noSuchDraft: (words: string): string => `没有找到叫“${words}”的草稿。`,
  drafts: (count: number): string => `您有 ${count} 份没有办完的事项:`,
  begunAt: (name: string, when: string): string => `${name}(${when})`,
  parked: (name: string): string => `“${name}”已经存好,随时可以说“继续”接着办。`,
  parkedKeeps: '草稿会一直保留。',
  definitionChanged: (name: string, parts: readonly string[]): string =>
    `“${name}”的表单内容有调整:${parts.join(';')}。其他已填内容都还在。`,
  droppedFields: (labels: readonly string[]): string => `不再需要${labels.join('、')}`,
  againFields: (labels: readonly string[]): string => `${labels.join('、')}需要重新填写`,
  newFields: (labels: readonly string[]): string => `新增${labels.join('、')}`,
  toolGone: (name: string): string => `“${name}”这项业务已经不再办理,草稿没有提交。`,

  skipped: (label: string): string => `已跳过“${label}”。`,
  cannotSkip: (label: string, why: string | null): string =>
    `“${label}”是必填项,不能跳过。${why === null ? '' : `${why}。`}不清楚的话,可以说“请某某填”转给同事,或者“稍后再办”。`,
  nothingToSkip: '现在没有要跳过的问题。',
  stepBack: (label: string, value: string | null): string =>
    value === null ? `回到上一项“${label}”。` : `回到上一项“${label}”,现在填的是“${value}”。不改就回复“不变”。`,
  nothingBefore: '前面没有已经填过的内容了。',
  askAgain: (label: string, value: string | null): string =>
    value === null ? '' : `“${label}”现在填的是“${value}”,请重新填写。`,
  undone: (what: string): string => `已撤销:${what}。`,
  nothingToUndo: '没有可以撤销的操作。',
  undoTooLate: (minutes: number): string => `提交后 ${minutes} 分钟内可以撤销,现在已经超过了。`,
  undoTask: (title: string): string => `要撤销刚才的提交,需要办理“${title}”,请核对后确认。`,
  cancelled: (name: string): string => `已取消“${name}”,什么都没有提交。要恢复请说“撤销”。`,
  reopened: (name: string): string => `已恢复“${name}”,之前填的内容都在。`,

  summaryTitle: (title: string): string => `请确认:${title}`,
  summaryHow: '核对无误请回复“确认”。要改哪一项直接说,例如“把某一项改成……”;不办了请说“取消”。',
  summaryArticle: (article: string): string => `依据:${article}`,
  mayAdd: (labels: readonly string[]): string => `还可以补充(选填):${labels.join('、')}。`,
  whatToChange: '请直接说要改的内容,例如“名称改成……”“更新周期改成每月”。',
  notConfirmedYet: '还没有到确认这一步。',
  staleCard: '这张卡片之后内容有改动,请以最新的为准。',
  staleButton: '这个按钮已经过期了。',
  alreadyFiled: (name: string): string => `“${name}”已经提交过了,没有重复提交。`,
  alreadyCancelled: (name: string): string => `“${name}”已经取消了。要重新办理请直接说。`,
  done: (title: string): string => `办好了:${title}。`,
  refused: (message: string, remedy: string, article: string | null): string =>
    `${message}${remedy}${article === null ? '' : `(依据:${article})`}`,
  blockedHow: '可以修改相关内容,或者说“取消”。',

  why: (label: string, why: string | null, clause: string): string =>
    `“${label}”${why === null ? '是这项业务要求填写的内容' : `:${why.replace(/[。.]$/u, '')}`},依据是${clause}。`,
  whyWithoutClause: (label: string, why: string | null): string =>
    `“${label}”${why === null ? '是办理这项业务需要的内容' : `:${why.replace(/[。.]$/u, '')}`}。办法没有对它单独作规定。`,

  forExample: (example: string): string => `例如:${example}。`,

  meant: '我不太确定您的意思,您是想:',
  asAnswer: (label: string): string => `把这句话填到“${label}”`,
  asQuestion: '把这句话当作问题来查',
  asTask: (title: string): string => `办理“${title}”`,
  asNamed: (title: string, words: string): string => `${title}:${words}`,
  mayBegin: '要现在就办的话,可以直接开始:',
  asRule: '了解相关规定',
  noneOfThese: '好的,请您换个说法再说一次。',

  delegateTo: (label: string, person: string): string => `已请${person}填写“${label}”,填好后会告诉您。`,
  delegateWhom: (label: string): string => `请谁来填“${label}”?请说出同事的姓名。`,
  noColleague: (words: string): string => `在本部门通讯录里没有找到“${words}”。`,
  notYourself: '这一项就由您自己填写。',
  delegationOpen: (label: string, person: string): string => `“${label}”已经请${person}填写,还没有填好。`,
  waitingFor: (parts: readonly string[]): string =>
    `其余内容都填好了,正在等:${parts.join(';')}。您也可以自己填写这些内容。`,
  waitingPart: (label: string, person: string): string => `${label}(${person}填写)`,
  delegatedAsk: (asker: string, draft: string, label: string): string =>
    `${asker}在办理“${draft}”,请您填写其中的“${label}”。`,
  delegatedThanks: (label: string, value: string, asker: string): string =>
    `已记下:${label} ${value}。已经告诉${asker},谢谢。`,
  delegatedDone: (person: string, label: string, value: string, draft: string): string =>
    `${person}填好了“${draft}”的“${label}”:${value}。说“继续”可以接着办理。`,
  delegatedClosed: '这一项已经不需要您填写了。',
  delegatedOpen: (label: string): string => `好的,请填写“${label}”。`,
  tookBack: (label: string): string => `好的,“${label}”由您自己填写。`,
  needPersonFirst: '请先绑定身份,再请同事填写。',

  hello: '您好,我是政数助手。',
  thanks: '不客气。',
  bye: '再见,有需要随时找我。',
  praise: '谢谢。',
  fine: '好的。',
  sorry: '没有关系。',
  unclear: '您想了解哪个说法?可以这样问:“有条件共享是什么意思”。',
  who: '我是政数助手,可以回答长沙市政务数据管理的规定,也可以帮您编制目录、办理数据共享等事项。',

  greeting: (title: string, name: string | null, department: string | null): string =>
    `${name === null ? '您好' : `${name},您好`}${department === null ? '' : `(${department})`},我是政数助手。关于《${title}》请直接提问,回答都附条款原文;要办事直接说就行。`,
  greetingAsked: (count: number): string => `有 ${count} 项内容等您填写。`,
  greetingDrafts: (count: number): string => `您有 ${count} 份没有办完的事项。`,

  helpInForm: (name: string): string =>
    `正在办理“${name}”。您可以:直接回答问题,一次说几项也行;说“改成……”修改;说“上一步”“跳过”“撤销”;问“为什么要填这个”;说“请某某填”转给同事;随时问规定;说“我的草稿”换一份;说“取消”或“稍后再办”。`,
  help: (titles: readonly string[]): string =>
    `您可以直接提问,例如“共享申请几天内答复”。还可以办理:${titles.join('、')}。直接说要办什么就行,也可以把几项内容一起说。`,
  cannotDo: '没有这样的业务。',
} as const;
