/** The format of a resource: its category and its type, also when a file gives only the one or writes both in one cell. */
import type { FormatCategory } from '#prisma/generated/enums.ts';
import type { EntryContent } from '../entry-content.ts';
import { readEnumeration } from './read-enumeration.ts';

/** 信息资源格式类型 by category, as the template lists them and as files write them. */
export const formatTypes: Readonly<Record<FormatCategory, readonly string[]>> = {
  electronic_file: [
    'ofd',
    'wps',
    'xml',
    'txt',
    'doc',
    'docx',
    'html',
    'pdf',
    'ppt',
    'pptx',
    'zip',
    'rar',
    'json',
    'kml',
    'shp',
    'rdf',
    'kmz',
  ],
  spreadsheet: ['et', 'xls', 'xlsx', 'csv', 'ods'],
  database: [
    'dm',
    'kingbasees',
    'access',
    'dbf',
    'dbase',
    'sysbase',
    'sybase',
    'oracle',
    'sqlserver',
    'db2',
    'mysql',
    'postgresql',
    'gbase',
    'oceanbase',
    'hive',
    'mongodb',
  ],
  image: ['jpg', 'jpeg', 'gif', 'bmp', 'png', 'tif', 'tiff'],
  streaming_media: ['swf', 'rm', 'mpg', 'mp4', 'avi', 'mp3', 'wav', 'flv'],
  self_describing: [],
  service: ['api', 'webservice', 'rest', 'soap', 'wms', 'wfs'],
};

const categoryByType = new Map(
  Object.entries(formatTypes).flatMap(([category, types]) =>
    // Object.entries forgets that the keys are the categories.
    types.map((type) => [type, category as FormatCategory] as const),
  ),
);

export function categoryOfType(type: string): FormatCategory | undefined {
  return categoryByType.get(type.toLowerCase().replace(/^\./u, '').replace(/\s+/gu, ''));
}

/** A format that is none of the categories is kept as it stands, for the check-up and the remarks to point at. */
export function readFormat(
  category: string | null,
  type: string | null,
): Pick<EntryContent, 'formatCategory' | 'formatType'> {
  if (category === null) return { formatCategory: type === null ? null : categoryIn(type), formatType: type };
  const named = readEnumeration('formatCategory', category);
  if (named !== undefined) return { formatCategory: named, formatType: type };
  // 数据库/oracle, or the type where the category belongs: CSV; several of them: CSV;XML.
  const [head = '', ...rest] = category.split(/[/-]/u);
  const split = readEnumeration('formatCategory', head);
  if (split !== undefined && rest.length > 0) return { formatCategory: split, formatType: type ?? rest.join('/') };
  return { formatCategory: categoryIn(category), formatType: type ?? category };
}

function categoryIn(types: string): FormatCategory | null {
  return types
    .split(/[、,，;；/|\s]+/u)
    .reduce<FormatCategory | null>((found, one) => found ?? categoryOfType(one) ?? null, null);
}
