/** Other places and other levels of government that a search names: 株洲的公交线路, 全省的车辆数. Entries must say so themselves. */
import { createOtherPlaces } from '#knowledge/query/other-places.ts';
import type { Vocabulary } from '#knowledge/query/vocabulary.ts';

/** Words for what is not the city's own; each is looked for as it stands. */
const levels = [
  '全省|本省|我省|外省|各省|省级|省里|省内|省直|省[厅局](?=的|有|$)|省政府|湖南省|湖南(?=的|各|全|有|20)',
  '全国|国家级|国家(?=的|层面|部委|[^\\p{Script=Han}])|中央|国务院|部委|部级|国外|外国|境外|全球|世界',
  // Bodies of the province and of the state: 省教育厅, 国家统计局, 公安部, 税务总局.
  '省\\p{Script=Han}{2,8}?[厅局委办]|国家\\p{Script=Han}{2,8}?[局委办]|\\p{Script=Han}{2,4}总局|最高(?:人民)?(?:法院?|检察院|检)',
  '(?:教育|公安|民政|财政|商务|司法|外交|国防|科技|科学技术|工信|工业和信息化|人社|自然资源|生态环境|住建|交通运输|水利|农业农村|文旅|卫健|应急管理|审计|铁道)部(?!门|分|队|位|件|署)',
  // A town, a village: 某某镇的, not 乡镇的 or 农村的.
  '\\p{Script=Han}{2}(?<![农乡城集新各全山])(?:街道|乡|镇|村)(?=的|有|各|$)',
].join('|');

/** 深圳的企业登记 looks for those of another city; 深圳企业在长沙的投资 does not. */
const ofThere = '(?:省|市)?的?(?:企业|公司|人口|居民|高校|大学|学生|市民|用户)';
const here = /长沙|本市|我市|本地|[来在]长/u;

export function createElsewhere(vocabulary: Vocabulary): (text: string) => readonly string[] {
  const pattern = new RegExp(levels, 'gu');
  const otherPlaces = createOtherPlaces({ vocabulary });
  return (text) => [
    ...otherPlaces(text).flatMap(({ name, inPassing }) =>
      !inPassing || (!here.test(text) && new RegExp(name + ofThere, 'u').test(text)) ? [name] : [],
    ),
    ...Array.from(text.matchAll(pattern), ([word]) => word),
  ];
}
