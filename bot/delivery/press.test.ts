import { describe, expect, it } from 'vitest';
import type { Inbound } from '#bot/channels/channel-port.ts';
import { resolvePress, sayAction } from './press.ts';

const typed = (text: string): Inbound => ({
  channel: 'console',
  userId: 'u',
  conversationId: 'c',
  messageId: 'm',
  kind: 'text',
  text,
  at: new Date('2026-03-02T01:00:00Z'),
});
const offered = [
  { id: 'confirm', title: '确认提交' },
  { id: 'change', title: '修改' },
  sayAction('谁来答复', '共享申请由谁答复?'),
];

describe('choosing', () => {
  it.each(['1', '1', '1.', '第1个', '选1', ' 1 ', '1、', '确认提交'])('takes %j as the first button', (text) => {
    expect(resolvePress(typed(text), offered)).toMatchObject({ kind: 'action', action: { id: 'confirm' } });
  });

  it.each(['4', '2个', '1项', '0', '1级', '10个工作日', '确认', '第1条', '1 2'])('leaves %j as words', (text) => {
    expect(resolvePress(typed(text), offered)).toEqual(typed(text));
  });

  it('takes nothing as a button when none was shown', () => {
    expect(resolvePress(typed('1'), [])).toEqual(typed('1'));
  });

  it('lets a button speak, whether pressed or typed by number', () => {
    const said = { ...typed('共享申请由谁答复?') };
    expect(resolvePress(typed('3'), offered)).toEqual(said);
    const press: Inbound = { ...typed('谁来答复'), kind: 'action', action: { id: 'say:共享申请由谁答复?' } };
    expect(resolvePress(press, [])).toEqual(said);
  });

  it('hands on a press with the inputs of its card, also of an old card', () => {
    const press: Inbound = { ...typed(''), kind: 'action', action: { id: 'old', value: { reason: '依据不足' } } };
    expect(resolvePress(press, offered)).toEqual(press);
  });
});
