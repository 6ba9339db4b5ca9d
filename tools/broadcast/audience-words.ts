/** Reads whom a broadcast is for from words: 所有联系人, 各区县的负责人, 有超期的部门, 除了民政局. */
import { departmentNames, spotDepartments } from '#tools/people/department-names.ts';
import type { Db } from '#tools/tool-context.ts';
import { audienceSchema, type Audience } from './audience.ts';

const everyone = /所有|全体|全部|各(?:部门|单位|位)|大家|全市|每个/u;
const overdue = /超期|逾期|过期|超时|没(?:有)?(?:按时|及时)?答复|未(?:按时|及时)?答复|该答复/u;
const unsignedWords = /(?:还)?(?:没有?|未)(?:有)?(?:签|报|交|提交|签报|签字|确认)/u;
const lists = [
  ['opening', /开放清单/u],
  ['scenarios', /(?:应用)?场景清单/u],
  ['sharing', /共享清单|清单/u],
] as const;
const kindWords = [
  ['district', /区县|县区|区、县|各区/u],
  ['municipal', /市直|市级部门|市级单位/u],
  ['enterprise', /(?:公共服务)?企业/u],
  ['bureau', /本局|我们局|局内/u],
] as const;

export type ReadAudience =
  | { readonly kind: 'audience'; readonly audience: Audience }
  /** One plain Chinese sentence. */
  | { readonly kind: 'unclear'; readonly why: string };

export async function readAudience(words: string, db: Db): Promise<ReadAudience> {
  const plain = words.normalize('NFKC').replace(/\s+/gu, '');
  const [main = '', exceptWords = ''] = plain.split(/除了|除去|除|不包括|不含|但不发|但不要发/u, 2);
  const departments = await departmentNames(db);
  const named = spotDepartments(departments, main);
  const ambiguous = named.find((one) => one.departments.length > 1);
  if (ambiguous) {
    const names = ambiguous.departments.map(({ name }) => name).join('、');
    return { kind: 'unclear', why: `“${main.slice(ambiguous.start, ambiguous.end)}”可能是${names},请写全称。` };
  }
  const departmentIds = [...new Set(named.flatMap((one) => one.departments.map(({ id }) => id)))];
  const rest = named.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), main);
  const districts = await namedDistricts(rest, db);
  const kinds = kindWords.flatMap(([kind, pattern]) => (pattern.test(rest) ? [kind] : []));
  const unsigned = unsignedWords.test(rest) ? lists.find(([, pattern]) => pattern.test(rest))?.[0] : undefined;
  const late = unsigned === undefined && overdue.test(rest);
  const except = await readExcept(exceptWords, db);
  const who = whoOf(rest, kinds);
  const told = departmentIds.length + districts.length + kinds.length > 0 || late || unsigned !== undefined;
  if (!told && who === null && !everyone.test(rest)) return { kind: 'unclear', why: '没有读懂要发给谁。' };
  return {
    kind: 'audience',
    audience: audienceSchema.parse({
      ...(who !== null && { who }),
      ...(departmentIds.length > 0 && { departmentIds }),
      ...(districts.length > 0 && { districts }),
      ...(kinds.length > 0 && { kinds }),
      ...(late && { overdue: true }),
      ...(unsigned !== undefined && { unsigned }),
      except,
    }),
  };
}

function whoOf(words: string, kinds: readonly string[]): Audience['who'] | null {
  const lead = /负责人|分管领导|领导|局长|主任/u.test(words);
  const officer = /专员|经办人?|办理人|工作人员|干部/u.test(words);
  if (lead || officer) return [...(officer ? ['officer' as const] : []), ...(lead ? ['lead' as const] : [])];
  if (kinds.includes('bureau')) return ['bureau', 'officer', 'lead'];
  return /联系人|联络员/u.test(words) ? 'contact' : null;
}

async function namedDistricts(words: string, db: Db): Promise<readonly string[]> {
  const rows = await db.department.findMany({
    where: { district: { not: null } },
    distinct: ['district'],
    select: { district: true },
  });
  return rows.flatMap(({ district }) =>
    district !== null && (words.includes(district) || words.includes(district.replace(/[区县市]$/u, '') + '的'))
      ? [district]
      : [],
  );
}

async function readExcept(words: string, db: Db): Promise<Audience['except']> {
  if (words === '') return { departmentIds: [], personIds: [] };
  const spotted = spotDepartments(await departmentNames(db), words);
  const departmentIds = spotted.flatMap((one) => one.departments.map(({ id }) => id));
  const rest = spotted.reduceRight((text, { start, end }) => `${text.slice(0, start)},${text.slice(end)}`, words);
  const names = rest.split(/[,、;和以及]|外|之外|以外/u).filter((name) => /^\p{Script=Han}{2,4}$/u.test(name));
  const people = await db.person.findMany({ where: { name: { in: names } }, select: { id: true } });
  return { departmentIds, personIds: people.map(({ id }) => id) };
}
