/** Greetings, thanks and the like, as patterns of a message without the signs around it. */
import { whole } from './whole.ts';

/** Small talk, by what is meant. */
export const smallTalk: readonly (readonly [
  RegExp,
  'hello' | 'thanks' | 'bye' | 'praise' | 'fine' | 'sorry' | 'who',
])[] = [
  [
    whole(
      '(?:你|您)(?:好|们好)',
      'hi',
      'hello',
      '嗨',
      '哈[喽啰罗]',
      '(?:早上|上午|中午|下午|晚上)好',
      '早',
      '在(?:吗|不在|不)?',
      '喂',
      '(?:你好[,!. ]*)+',
      '您好[,!. ]*(?:在吗)?',
      '你好[,!. ]*(?:在吗)?',
    ),
    'hello',
  ],
  [
    whole(
      '(?:好的?|ok|非常|十分|太)?[,. ]*(?:谢谢|感谢|多谢|谢啦|谢了|谢|辛苦|麻烦)(?:你|您|了|啦|啊|你了|您了|大家)*',
      'thanks?(?: you)?',
      'thx',
      '3q',
    ),
    'thanks',
  ],
  [whole('再见', '拜拜?', 'bye(?:bye)?', '88+', '回头见', '晚安', '(?:我)?先走了', '下班了'), 'bye'],
  [
    whole('(?:真|很|挺|太)?(?:不错|棒|好用|厉害|方便|赞|牛|聪明|好)(?:了|啊|的)?', '(?:你)?(?:真|很|太)(?:好|棒|行)'),
    'praise',
  ],
  [whole('(?:不好意思|抱歉|对不起|sorry)'), 'sorry'],
  [whole('你(?:是|叫)(?:谁|什么|什么名字|机器人|人工|真人)', '你是(?:人|机器人)(?:吗|还是.*)?', '你是什么'), 'who'],
  [
    whole(
      '好(?:的|滴|吧|啊|呀)?',
      '嗯+',
      '哦+',
      '知道了',
      '明白',
      '明白了',
      '收到',
      '了解',
      '了解了',
      'ok',
      'okay',
      '行',
      '懂了',
      '清楚了',
      '原来如此',
      '是的?',
      '对的?',
    ),
    'fine',
  ],
];
