/** Finds which statutory limits a message speaks of, by the words people use for what starts them. */

export interface FoundLimits {
  /** Ids of the limits table. */
  readonly limits: readonly string[];
  /** Only 申请 or 答复 was said: sharing and opening both fit. */
  readonly general: boolean;
}

const only = (limit: string): FoundLimits => ({ limits: [limit], general: false });

const share = /共享/;
const open = /开放/;
const request = /申请|请求|需求|函|(?:共享|开放)的?(?:件|单子?|(?=[,.?!]|$))/;
/** Whoever is no department can ask for open data alone. */
const publicRequester = /企业|市民|群众|老百姓|百姓|公民|个人|公司|公众|律师|记者|高校|大学|研究院|协会|网友|法人/;
const lawChanged =
  /(?:法|条例|办法|规定|法律|法规|规章|细则|》)[^,。;?!]{0,12}(?:修订|修改|修正|修法|改了|废止)|(?:修订|修改|修正)了?[^,。;?!]{0,10}(?:法|条例|法规|规章)/;
const functionChanged =
  /(?:职能|三定|职责|机构|处室|编制|权责|部门(?=撤|合并|划|改名|更名))[^。;?!]{0,16}(?:变|调|改|划|撤|合并|印发|批|出台)|(?:变更|调整|划转)了?职[能责]/;
const catalog = /目录/;
const catalogChange = /更新|到期|截止|改|调整|变|维护|报备|备案|重编|修订|动/;

const articles: readonly (readonly [RegExp, string])[] = [
  [/(?:22|二十二)条/, 'share-answer'],
  [/(?:24|二十四)条/, 'open-answer'],
  [/(?:16|(?<!二)十六)条/, 'catalog-update'],
];

/** @returns null when the message speaks of none */
export function findLimits(text: string): FoundLimits | null {
  if (/校核|纠错|更正申请|核实申请|(?:有误|不准|错误|不对)的?申请|异议申请/.test(text)) return only('correction');
  const asked = request.test(text) || /答复|回复|回话|回信/.test(text);
  if (/无条件/.test(text) && share.test(text) && !/有条件/.test(text)) return only('share-answer-unconditional');
  if (/不予(?:共享|开放)|无条件(?:的)?开放/.test(text)) return null;
  if (
    catalog.test(text) &&
    /审核|审完|审定|发布|公布/.test(text) &&
    /主管部门|数据局|数据资源局|市局|更新后|报给|报送|收到/.test(text)
  )
    return only('catalog-publication');
  const consented = /(?:同意|批准|答应|批了|准了|审批通过)[^。;?!]{0,8}/.test(text);
  if (
    consented &&
    /(?:提供|推送|交付|给|拿到|供|传|开通)[^。;?!]{0,6}数据|数据[^。;?!]{0,6}(?:给|提供|推|到位|到手|传|交)/.test(text)
  )
    return only('share-provision');
  const changed = lawChanged.test(text) || functionChanged.test(text);
  const ofRequest = asked && (share.test(text) || open.test(text));
  // 答复和更新目录各到哪天: two clocks; which one comes first has to be asked.
  if (
    ofRequest &&
    changed &&
    /[答回]复[^,。;?!]{0,6}[和与、及跟][^,。;?!]{0,4}目录|目录[^,。;?!]{0,6}[和与、及跟][^,。;?!]{0,8}[答回]复/.test(
      text,
    )
  )
    return { limits: [open.test(text) ? 'open-answer' : 'share-answer', 'catalog-update'], general: false };
  // A date that the bureau sets (限期整改, Arts. 13 and 18) runs on no clock of the text.
  if (/限期|整改|责令|督办/.test(text) && !ofRequest) return null;
  if (!ofRequest && ((catalog.test(text) && (catalogChange.test(text) || changed)) || changed))
    return only('catalog-update');
  for (const [article, limit] of articles) if (article.test(text)) return only(limit);
  if (!asked) return null;
  if (share.test(text) && open.test(text)) return { limits: ['share-answer', 'open-answer'], general: false };
  if (share.test(text)) return only('share-answer');
  if (open.test(text)) return only('open-answer');
  if (publicRequester.test(text) && request.test(text)) return only('open-answer');
  return { limits: ['share-answer', 'open-answer'], general: true };
}
