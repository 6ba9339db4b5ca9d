/** What the stages and happenings of a request are called. */
import type { RequestKind } from '#prisma/generated/enums.ts';
import type { Happening, Stage } from './lifecycle.ts';

export const kindNames: Readonly<Record<RequestKind, string>> = {
  share: '共享申请',
  open: '开放申请',
  correction: '校核申请',
};

export const stageNames: Readonly<Record<Stage, string>> = {
  draft: '草稿',
  submitted: '已提交,等待答复',
  supplement_asked: '等待申请方补充材料',
  supplied: '已补充材料,等待答复',
  approved: '已同意',
  refused: '不同意',
  provided: '已提供',
  closed: '已办结',
  withdrawn: '已撤回',
};

export const happeningNames: Readonly<Record<Happening, string>> = {
  submitted: '提交申请',
  access_given: '给出获取方式',
  supplement_asked: '要求补充材料',
  supplied: '补充材料',
  approved: '同意',
  refused: '答复不同意',
  provided: '登记提供情况',
  closed: '办结',
  withdrawn: '撤回申请',
  coordination_asked: '请市数据资源局协调',
  extension_asked: '申请延长答复期限',
  extended: '同意延长答复期限',
  extension_refused: '不同意延长答复期限',
  forwarded: '转交其他部门办理',
  moved: '由市数据资源局转交其他部门办理',
};
