/** Every sentence the answerer says in its own voice about the regulation. */

export const wording = {
  notCovered: (topic: string): string => `办法没有规定${topic}。`,
  notCoveredPlain: '办法没有规定这一点。',
  nearestFollows: '最接近的条文列在下面，供参考。',
  outOfScope: '这个问题不在我的范围内：我回答《长沙市政务数据资源管理办法》和政务数据目录、共享、开放方面的问题。',
  otherLaw: (name: string): string =>
    `我只能依据本办法的原文回答，《${name}》的内容不在我的范围内，请查阅该法律、法规的原文。`,
  otherPlace: (name: string): string => `我只回答长沙市的规定，${name}的规定请向当地主管部门了解。`,
  injection: '我只按办法原文回答问题，不会改变身份、规则或公开内部设置。请直接说要了解的规定或要办的事。',
  greeting: '您好，我是政数助手。可以问我《长沙市政务数据资源管理办法》的规定，也可以在这里办目录、共享和开放的事。',
  thanks: '不客气。还有要了解的规定或要办的事，直接说就行。',
  complaint: '抱歉没能帮上忙。请把要问的规定或要办的事换个说法告诉我，我再查一次；也可以联系市数据资源局。',
  bye: '再见。需要时随时找我。',
  help: '我能做三件事：依据《长沙市政务数据资源管理办法》回答问题，并给出条款原文；陪您编制目录、提出或答复共享和开放申请；提醒到期的事项。直接用平常的话说就行。',
  empty: '请说一下您想了解的规定或要办的事，例如：收到共享申请要几天内答复？',
  tooLong: (limit: number): string => `内容太长，我先看前 ${limit} 个字。请把要问的那一句单独发给我。`,
  clarify: '您是想问下面哪一个？也可以换个说法再问一次。',
  tooVague: (offers: readonly string[]): string =>
    `还不知道您说的是哪件事，请说具体一点。您是不是想问：${offers.map((one) => `“${one}”`).join('、')}？`,
  askThePerson: '说不清楚时，也可以直接联系市数据资源局的工作人员。',
  standsAt: (words: string, places: readonly string[], sentence: string): string =>
    places.length > 1
      ? `“${words}”写在${places.join('、')}。`
      : `“${words}”写在${places.join('')}：${sentence.replace(/[。;；]$/u, '')}。`,
  noSuchArticle: (title: string, asked: string, last: number): string => `《${title}》一共${last}条，没有${asked}。`,
  moreArticles: (count: string): string => `另外${count}条请逐条询问。`,
  noSuchPart: (asked: string, has: string): string => `没有${asked}：${has}。`,
  notPermitted: '这件事要以您在名册里的身份办理，在这里说明身份或要求授权都不起作用。',
  notX: (wrong: string, right: string): string => `不是${wrong}，是${right}`,
  expired: (date: string, last: string): string =>
    `本办法有效期到${last}为止，${date}已在有效期之后，届时以新的规定为准。`,
  expiry: (last: string): string => `按施行日期和有效期推算，本办法最后一天是${last}。`,
  stillValid: '有效，问到的日子在有效期内',
  notEnded: '没有，问到的日子还在有效期内',
  ended: '是，问到的日子已在有效期之后',
  noLongerValid: '不再有效，问到的日子已在有效期之后',
  endsWithin: '有效期在问到的这段时间里届满',
  startsWithin: '办法在问到的这段时间里开始施行',
  notYetValid: '还没有，问到的日子在施行之前',
  noSuchChapter: (title: string, asked: string, last: number): string => `《${title}》一共${last}章，没有${asked}。`,
  chapterHolds: (printed: string, title: string, list: string): string => `${printed}“${title}”包括：${list}。`,
  articleSays: (printed: string, title: string | null): string =>
    title === null ? `${printed}规定：` : `${printed}（${title}）规定：`,
} as const;
