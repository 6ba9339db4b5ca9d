/** "为什么要填这个", also with the field's name. */
import type { Command } from '../command.ts';
import type { TurnView } from '../understanding.ts';

const reason =
  /^(?:为什么|为啥|为何|干嘛|干吗|凭什么)(?:还|一定|非|都)?(?:要|需要|必须|得|让我|问我?)?(?:填写?|提供|写|选|知道|问|登记|说明|报)?(?<what>.{0,12}?)(?:呢|啊|呀|干嘛|吗)?$/u;
const reasonAround =
  /^(?:为什么|为啥|为何|凭什么)(?<what>.{1,12}?)(?:也|还|都|一定)?(?:要|需要|必须|得)(?:填写?|提供|写|选)(?:呢|啊)?$/u;
const reasonAfter =
  /^(?<what>.{0,12}?)(?:为什么|为啥|干嘛)?(?:一定|非|还)?(?:要|得|需要|必须|必)?(?:填写?|问|写)?(?:这个|这项)?(?:干嘛|做什么|干什么|有什么用|有啥用|是干嘛的|是做什么的|必须填吗|必填吗|一定要填吗|非填不可吗|的?依据(?:是什么|呢|在哪)?|有什么(?:依据|规定)|为什么要填|为什么填|why)$/u;

/** How to fill it is answered with the same: what it is for, and an example. */
const how =
  /^(?:这个|这项|这里|这一项)?(?:我)?(?:要|该|应该)?(?:(?:怎么|如何|咋)(?:填写?|写|选|说)|(?:填|写)(?:些)?(?:什么|啥))(?:呢|啊)?$|^(?:能)?(?:举|有|给)(?:个|没有|什么)?(?:例子?|示例|样例)(?:吗)?$|^(?:什么|啥)格式$/u;

export function whyOf(said: string, { inHand, delegated }: TurnView): Command | null {
  const asked = inHand?.asked ?? delegated?.field ?? null;
  if (asked && how.test(said)) return { kind: 'why', field: null };
  const match = reasonAround.exec(said) ?? reason.exec(said) ?? reasonAfter.exec(said);
  if (!match || said.length < 2) return null;
  const what = (match.groups?.['what'] ?? '').replace(
    /^(?:这个|这项|这一项|这些|它|填|那个|这|的)+|(?:这个|这项)$/gu,
    '',
  );
  const fields = inHand?.form.fields ?? delegated?.form.fields ?? [];
  const named = fields.find(
    ({ meta }) =>
      what !== '' &&
      [meta.label, ...(meta.aliases ?? [])].some((name) => name === what || (what.length > 1 && name.includes(what))),
  );
  if (named) return { kind: 'why', field: named.name };
  return asked &&
    what === '' &&
    /^(?:为|干|凭|怎么要|why)|干嘛|做什么|干什么|用$|必须|必填|一定|依据|规定|填/u.test(said)
    ? { kind: 'why', field: null }
    : null;
}
