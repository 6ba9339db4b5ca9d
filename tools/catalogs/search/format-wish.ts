/** Filters by format in a search: Excel 表格, 以接口提供的, PDF 的. */
import { formatCategories } from '#prisma/catalog-codes.ts';
import type { FormatCategory } from '#prisma/generated/enums.ts';
import { categoryOfType } from '../exchange/read-format.ts';
import type { CatalogFilters, Taker } from './read-wish.ts';

const categories: readonly (readonly [RegExp, FormatCategory])[] = [
  [/表格|excel|csv|xlsx?$/u, 'spreadsheet'],
  [/数据库|库表|数据表/u, 'database'],
  [/接口|api|webservice/u, 'service'],
  [/文件|文档|word|文本/u, 'electronic_file'],
  [/图|影像|照片|矢量/u, 'image'],
  [/视频|音频|流媒体/u, 'streaming_media'],
];

/** A type that has a name of its own is looked for as such; 表格 and Excel mean every spreadsheet. */
function format(word: string): readonly [CatalogFilters, string] | null {
  const category = categories.find(([pattern]) => pattern.test(word))?.[1];
  if (category !== undefined) return [{ formatCategory: category }, formatCategories[category].label];
  return categoryOfType(word) === undefined ? null : [{ formatType: word }, `${word} 格式`];
}

const take: Taker = ([, word = '']) => format(word);
const lead =
  '(?:能|可以?)?(?:以|用|通过|走|按|做成|存成|存放在|存在|导出成?|导出为|下载成?|下载为|格式是|格式为|形式是|是|提供|调用?)?(?:实时|服务|数据)?';
const kindWord =
  '(?:的)?(?:格式|形式|类型|方式|文件|版本?|里)?(?:来)?(?:调用|提供|共享|开放|发布|存放|存储|存的?|获取|导出|下载|调)?(?:的|给)?';
const latin =
  '(?:excel|word|pdf|csv|xlsx?|xml|json|api|webservice|shp|kml|txt|docx?|html|jpe?g|png|zip|mp[34]|mysql|oracle|sqlserver|postgresql|mongodb|hive)';

export const formatPatterns: readonly (readonly [RegExp, Taker])[] = [
  // What has a Latin name is never anything but a format; 表格 and 接口 may stand beside it.
  [new RegExp(`${lead}(?<![a-z])(${latin})(?![a-z])(?:电子)?(?:表格?|接口|数据库|文档)?${kindWord}`, 'u'), take],
  [new RegExp(`${lead}(接口)(?!人|规范|标准)${kindWord}`, 'u'), take],
  // Words that name data as often as a format (人口数据库, 电子地图) need one that says it is meant so.
  [
    /(?:以|用|通过|按|格式是|格式为|形式是|是|做成|存成)?((?:电子)?表格|数据库|库表|数据表|(?:电子)?文档|(?:电子)?文件|图像|图片|图形图像|影像|视频|流媒体)(?:的)?(?:格式|形式|类型|方式|文件)(?:提供|共享|开放|发布)?(?:的)?/u,
    take,
  ],
  [
    /(?:以|用|通过|按|格式是|格式为|形式是|是|做成|存成)((?:电子)?表格|数据库|库表|数据表|(?:电子)?文档|(?:电子)?文件|图像|图片|视频)(?=的|$|[、,。?]|提供|共享|开放)(?:提供|共享|开放)?(?:的)?/u,
    take,
  ],
  [/(电子表格|库表|流媒体)(?:的)?/u, take],
];
