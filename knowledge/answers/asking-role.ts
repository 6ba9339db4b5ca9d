/** From whose side a question is asked, as far as its words show; the same point can read differently to each side. */
import type { Point } from '#knowledge/guide/guide.ts';

export type AskingRole = keyof Point['roles'];

const SIGNS: readonly (readonly [AskingRole, RegExp])[] = [
  [
    'public',
    /我是(?:一[名个家])?(?:市民|群众|老百姓|普通人|个人|学生|研究生|记者|企业|公司|高校|老师|创业)|我们(?:公司|企业|学校|高校|实验室|团队|研究院)|作为(?:市民|企业|公司|公民|群众)/,
  ],
  [
    'bureau',
    /我们(?:市)?(?:数据资源局|数据局|大数据局)|作为(?:市)?(?:数据资源局|主管部门|行政管理部门)|我们是(?:市)?数据/,
  ],
  [
    'district',
    /我们(?:区|县)|我们是.{0,4}(?:区|县)|区里|县里|区县(?!数仓)|(?:芙蓉|天心|岳麓|开福|雨花|望城)区|长沙县|浏阳|宁乡/,
  ],
  [
    'provider',
    /(?:我们|我局|我单位|我部门|我们局).{0,12}收到.{0,12}申请|(?:向|跟|找|问)我们(?:局|单位|部门)?(?:要|申请|提)|我们的数据|我们是?(?:作为)?(?:提供|供数)(?:方|部门)|申请我们|别人要我们|我们局的数据/,
  ],
  [
    'consumer',
    /我们(?:局|单位|部门)?(?:想|要|需要|打算|准备)(?:用|拿|申请|调|要|共享|使用)|我们是?(?:作为)?(?:使用|需求|用数)(?:方|部门)|我们(?:的)?申请|申请到/,
  ],
];

/** Null when nothing tells. The first sign in the order above wins: an outsider stays one whatever else is said. */
export function askingRole(text: string): AskingRole | null {
  return SIGNS.find(([, sign]) => sign.test(text))?.[0] ?? null;
}
