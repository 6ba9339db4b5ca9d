/** Which part an actor plays where it is named: who acts, who is made to act, to whom, or only as an attribute. */
import type { ActorMention } from './find-actors.ts';

export type Role =
  /** Does what the statement says. */
  | { readonly kind: 'agent' }
  /** Does the second verb, as the object of the first: 引导市场主体…交易, 需政务部门开展…. */
  | { readonly kind: 'pivot'; readonly verb: string }
  /** Named as the thing talked of: 对象是…, or the end of a topic. */
  | { readonly kind: 'named' }
  /** Stands behind a preposition or a verb: 向提供部门, 报市数据资源局; the word tells one from another. */
  | { readonly kind: 'other'; readonly word: string }
  /** Makes another act: 在市人民政府引导下. */
  | { readonly kind: 'leads' }
  /** Left out of what is said: 除市数据资源局外. */
  | { readonly kind: 'except' }
  /** Another name in brackets for the actor before the bracket. */
  | { readonly kind: 'apposition'; readonly of: string }
  /** Describes something: 政务部门提交的清单; the key is how the description begins. */
  | { readonly kind: 'attribute'; readonly key: string };

const byWhom = /由(?:[^,由]{0,12}的)?$/;
const pivot = /(?:需|引导|严禁|禁止|鼓励|支持|要求|委托|组织|责令|允许|让)$/;
const preposition =
  /(?:向|对|给|报|交|经|与|同|供|面向|依托|移送|归|把|将|受|按照|根据|纳入|协调|请|送|找|问|跟|和|替|帮|设在|通过|选择|依靠|到|适用于|建立|设立|指导|监督|管理|考核|评估)$/;
/** All of these lead to the one who receives. */
const recipient = /^(?:向|给|报|交|送)$/;
const conjunction = /^(?:、|和|与|或者|或|及其|以及|及)各?$/;
/** Words that begin a predicate: what follows belongs to the actor as its subject. */
const predicate =
  /^(?:之间|间)?(?:应|须|可|不|是|为|负责|根据|按照|依照|依据|通过|在|对|向|将|把|依|以|会同|承担|有|由|自|经|从|按|必须|需|均|都|也|还|再|就|要|定期|及时|共同|被)/;
/** 政务部门的…, 政务部门间的…; or a short description that ends in 的 and has a noun after it. */
const ofIt = /^(?:之间|间)?的/;
const described = /^[^,的对向将在由把]{1,8}的(?=[^,])/;

/** 向贵部门(提供部门): the name in brackets plays the part of the word before them. */
const deictic = /(?:贵|你们?|我们?|本|您|对方)(?:部门|局|单位|区县)?$/;

/** What follows the actor and all actors joined to it. */
function afterChain(text: string, mentions: readonly ActorMention[], index: number): string {
  let end = mentions[index]?.end ?? 0;
  for (const next of mentions.slice(index + 1)) {
    if (!conjunction.test(text.slice(end, next.start))) break;
    end = next.end;
  }
  return text.slice(end);
}

function roleOf(before: string, after: string): Role {
  if (byWhom.test(before)) return { kind: 'agent' };
  if (before.endsWith('除')) return { kind: 'except' };
  if (before.endsWith('在') && /^(?:引导|领导|指导|统筹|组织|支持|监督)下/.test(after)) return { kind: 'leads' };
  if (ofIt.test(after)) return { kind: 'attribute', key: after.slice(0, 2) };
  if (/(?:所属|下属)$/.test(before)) return { kind: 'attribute', key: '' };
  const verb = pivot.exec(before)?.[0];
  if (verb !== undefined) return { kind: 'pivot', verb };
  if (described.test(after) && !predicate.test(after)) return { kind: 'attribute', key: after.slice(0, 2) };
  const word = preposition.exec(before)?.[0] ?? (after.startsWith('由') ? '由' : undefined);
  if (word !== undefined) return { kind: 'other', word: recipient.test(word) ? '向' : word };
  if (after === '' && before !== '') return { kind: 'named' };
  return { kind: 'agent' };
}

/**
 * @param text one segment in plain form
 * @param mentions all actors of the segment, in order
 * @returns one role for each; actors joined by 和 or 、 share theirs
 */
export function actorRoles(
  text: string,
  mentions: readonly ActorMention[],
): readonly { role: Role; joined: boolean }[] {
  const roles: { role: Role; joined: boolean }[] = [];
  for (const [index, mention] of mentions.entries()) {
    const previous = mentions[index - 1];
    const joined = previous !== undefined && conjunction.test(text.slice(previous.end, mention.start));
    const before = text.slice(0, mention.start);
    const bracket = /\([^()]*$/.exec(before);
    const inherited = joined ? roles[index - 1]?.role : undefined;
    const role: Role =
      bracket && previous?.end === bracket.index
        ? { kind: 'apposition', of: previous.actor }
        : bracket
          ? roleOf(before.slice(0, bracket.index).replace(deictic, ''), text.slice(mention.end + 1))
          : (inherited ?? roleOf(before, afterChain(text, mentions, index)));
    roles.push({ role, joined });
  }
  return roles;
}
