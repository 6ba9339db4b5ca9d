/** A row in each table that the demo city leaves empty, so that a test of the whole store leaves none out. */
import type { PrismaClient } from './generated/client.ts';

/** @param personId somebody of the city */
export async function fillEmptyTables(
  db: PrismaClient,
  personId: string,
  departmentId: string,
  now: Date,
): Promise<void> {
  const at = now;
  const conversation = await db.conversation.create({
    data: {
      channel: 'wecom',
      externalId: 'c-1',
      personId,
      address: { 地址: ['a', null, 1.5] },
      createdAt: at,
      state: { create: { state: { 步骤: [] }, updatedAt: at } },
    },
  });
  const conversationId = conversation.id;
  const message = await db.message.create({
    data: { conversationId, sequence: 1, direction: 'inbound', text: '第一行\r\n"第二行"\t\\', at },
  });
  await db.inbox.create({
    data: { channel: 'wecom', messageId: 'm-1', conversationId, sequence: 1, payload: { text: '' }, receivedAt: at },
  });
  const draft = await db.draft.create({
    data: { ownerId: personId, form: 'file-entry', definitionVersion: '1', name: '草稿', createdAt: at, updatedAt: at },
  });
  await db.draftDelegation.create({
    data: { draftId: draft.id, field: 'summary', personId, askedById: personId, askedAt: at },
  });
  await db.bindingRequest.create({
    data: { channel: 'wecom', userId: 'u-1', claimedName: '周敏', departmentId, role: 'officer', askedAt: at },
  });
  await db.bindingCode.create({
    data: { codeHash: 'h', personId, issuedAt: at, expiresAt: new Date(at.getTime() + 60_000) },
  });
  await db.toolRun.create({
    data: { key: 'run-1', tool: 'file-entry', personId, input: { 名称: '甲' }, startedAt: at },
  });
  await db.unansweredQuestion.create({
    data: { text: '问', normalised: '问', outcome: 'not_covered', askedById: personId, at },
  });
  await db.holidayNotice.create({ data: { year: 2027, days: [], enteredAt: at } });
  const broadcast = await db.broadcast.create({
    data: { title: '通知', payload: {}, audience: {}, createdById: personId, createdAt: at },
  });
  await db.broadcastRecipient.create({ data: { broadcastId: broadcast.id, personId, state: 'planned' } });
  await db.outbox.create({
    data: {
      recipient: personId,
      messageKey: 'broadcast:1',
      personId,
      channel: 'wecom',
      userId: 'u-1',
      messageId: message.id,
      broadcastId: broadcast.id,
      payload: { text: '通知' },
      notBeforeAt: at,
      createdAt: at,
    },
  });
  await db.channelPace.create({ data: { channel: 'wecom', nextAt: at } });
  await db.reminder.create({ data: { key: 'r-1', rule: 'personal', personId, dueAt: at, createdAt: at } });
  await db.reminderHold.create({
    data: { personId, rule: 'answer-due', subjectKind: 'request', subjectId: 'x', createdAt: at },
  });
  await db.modelCall.create({
    data: { at, caller: 'answers', purpose: 'word', model: 'm', outcome: 'ok', sent: {}, milliseconds: 12 },
  });
}
