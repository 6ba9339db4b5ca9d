/** Which entry, of which kind, by which name: the fields that tell entries apart. */
import { z } from 'zod';
import { CatalogKind } from '#prisma/generated/enums.ts';
import { fieldMeta } from '../field-meta.ts';

const text = (least: number, most: number) => z.string().trim().min(least).max(most);

export const kindField = () =>
  z.enum(CatalogKind).register(fieldMeta, {
    label: '目录类型',
    kind: 'choice',
    aliases: ['目录种类'],
    ask: '是信息资源目录,还是数据资源目录?',
    hint: '还没有形成数据、只说明有哪些信息的,选信息资源目录;已经有数据可以挂接的,选数据资源目录。',
    example: '数据资源目录',
    article: '第十六条第二款',
    choices: { information: ['信息资源目录', '信息目录'], data: ['数据资源目录', '数据目录'] },
  });

export const nameField = (asking: boolean) =>
  text(3, 100).register(fieldMeta, {
    label: '目录名称',
    kind: 'text',
    aliases: ['名称', '目录名', '资源名称'],
    ...(asking ? { ask: '这条目录叫什么名称?' } : {}),
    example: '校园体育场地开放信息',
    article: '第十六条第二款',
    why: '名称要看得出是什么数据,不要用系统的名称',
    ...(asking
      ? {
          alone: true,
          spot: [
            '(?:编制?|新?建|新增|登记|报送?|填)(?:(?:一|1)[条个份]|[条份]|个(?![人体]))?(?:新的)?(?!(?:一|1)[条个份]|[条份]|(?:信息|数据)(?:资源)?目录|新的|[我本]们?局)(.{3,40}?)(?:的(?:信息资源|数据资源|数据|信息)?|数据资源|信息资源|数据)?目录(?!名)',
            '目录[,: ]?(?:名称?|名字)?就?(?:叫做?|名为)["《]?([^"《》,.;\\n]{3,40})',
            '目录[: ]([^,.;: \\n]{1,38}(?:信息|数据|名录|名单|清单|台账|记录|情况|档案))(?=[,.; \\n]|$)',
          ],
        }
      : {}),
  });

/** @param among `published`, `mine` (own department's, in any state), `submitted` (waiting for the bureau), `any` */
export const entryField = (among: string, ask: string, label = '目录') =>
  z.string().register(fieldMeta, {
    label,
    kind: 'catalog_entry',
    aliases: ['目录名称', '条目'],
    ask,
    among,
    example: '婚姻登记信息',
  });
