import { accountProblems } from './account-problems.ts'
import { backupProblems } from './backup-problems.ts'
import { mailProblems } from './mail-problems.ts'
import type { ProblemEntry } from './problem-entry.ts'

/** Every problem the server answers with. `{name}` in a text is a parameter. */
export const problems = {
  ...accountProblems,
  'not-allowed': { status: 403, en: 'You are not allowed to do this.', zh: '您没有此操作的权限。' },
  'not-found': {
    status: 404,
    en: 'This does not exist, or you may not see it.',
    zh: '内容不存在，或您无权查看。',
  },
  'bad-request': { status: 400, en: 'The request could not be understood.', zh: '请求格式不正确。' },
  'bad-version': { status: 400, en: 'The version is not a whole number.', zh: '版本号不是整数。' },
  'unsupported-type': {
    status: 415,
    en: 'This kind of content is not accepted here.',
    zh: '不接受此类型的内容。',
  },
  'too-large': {
    status: 413,
    en: 'This is too large. The limit is {limit}.',
    zh: '内容过大，上限为 {limit}。',
  },
  'pictures-too-large': {
    status: 413,
    en: 'The pictures of this app are too large for its file: together they may have {limit}. Make them smaller and try again.',
    zh: '应用中的图片过大，应用文件中的图片合计不得超过 {limit}。请压缩图片后重试。',
  },
  invalid: { status: 422, en: 'Some entries need a correction.', zh: '部分内容需要修改。' },
  'bad-filter': { status: 422, en: 'This filter cannot be used.', zh: '此筛选条件无法使用。' },
  'rule-refused': { status: 422, en: 'A rule of this form stands in the way.', zh: '不符合此表单的规则。' },
  'version-missing': {
    status: 428,
    en: 'Say which version of the record you changed.',
    zh: '缺少所修改记录的版本号。',
  },
  'stale-version': {
    status: 409,
    en: 'Somebody else saved this record meanwhile.',
    zh: '此记录已被他人修改。',
  },
  duplicate: {
    status: 409,
    en: 'A record with the same {field} already exists.',
    zh: '已存在“{field}”相同的记录。',
  },
  'in-use': { status: 409, en: 'Other records still refer to this one.', zh: '仍有其他记录引用此记录。' },
  'rate-needed': {
    status: 409,
    en: 'Amounts in {currency} would be left without an exchange rate: {forms}. Change the rate instead.',
    zh: '“{forms}”中 {currency} 的金额将没有可用汇率，请修改汇率而不是删除。',
  },
  'follower-refused': {
    status: 409,
    en: 'Related records would go with this one, but {count} of them you may not change: {records}.',
    zh: '关联记录会一并处理，但其中 {count} 条您无权操作：{records}。',
  },
  'hidden-follower-refused': {
    status: 409,
    en: 'Related records would go with this one, but {count} of them you may not change.',
    zh: '关联记录会一并处理，但其中 {count} 条您无权操作。',
  },
  'too-many-followers': {
    status: 409,
    en: 'More than {max} related records would go with this one. Delete some of them first.',
    zh: '超过 {max} 条关联记录会被一并处理，请先删除其中一部分。',
  },
  locked: {
    status: 409,
    en: 'The record is locked while it is being approved.',
    zh: '记录正在审批中，暂时锁定。',
  },
  'already-decided': {
    status: 409,
    en: 'This has already been decided or withdrawn.',
    zh: '该审批已处理或已撤回。',
  },
  'already-running': {
    status: 409,
    en: 'An approval of this record is already under way.',
    zh: '此记录已有进行中的审批。',
  },
  'no-approver': {
    status: 409,
    en: 'Nobody can approve this: the step “{step}” finds no person.',
    zh: '无法提交：审批节点“{step}”找不到审批人。',
  },
  'merge-changed': {
    status: 409,
    en: 'Somebody changed, deleted or merged one of these records meanwhile. Nothing was merged; look at them again.',
    zh: '其中一条记录已被他人修改、删除或合并。本次未做任何合并，请重新查看。',
  },
  'merge-twice': {
    status: 409,
    en: 'A related record cannot be moved, since it would then occur twice: {form}. Nothing was merged.',
    zh: '有关联记录转移后会重复，无法转移：{form}。本次未做任何合并。',
  },
  'merge-circle': {
    status: 409,
    en: 'The record that stays would lie below itself: {field}. Nothing was merged; change that of one of the records first.',
    zh: '保留的记录会成为自己的下级：{field}。本次未做任何合并，请先修改其中一条记录的该字段。',
  },
  'condition-not-met': { status: 409, en: 'The conditions for this are not met.', zh: '尚不满足操作条件。' },
  'already-undone': { status: 409, en: 'This was undone already.', zh: '此操作已被撤销。' },
  'idempotency-conflict': {
    status: 422,
    en: 'This request key was already used for something else.',
    zh: '该请求标识已用于其他内容。',
  },
  'draft-conflict': {
    status: 409,
    en: 'Your draft was changed in another window. It has been reloaded; nothing is lost.',
    zh: '草稿已在其他窗口中更新，现已重新加载，内容没有丢失。',
  },
  'draft-stale': {
    status: 409,
    en: 'Somebody else published meanwhile. Carry your draft over to the new revision, then publish.',
    zh: '他人已发布新版本。请先将草稿合并到新版本，再发布。',
  },
  'type-change-running': {
    status: 409,
    en: 'A change of type is still being carried out. Publish when it is done, or cancel it first.',
    zh: '正在更改字段类型。请等待完成后再发布，或先取消该更改。',
  },
  'impact-changed': {
    status: 409,
    en: 'Publishing would now do something else to your records than what was reviewed. Nothing was changed; look again, then publish.',
    zh: '发布对现有数据的影响与您查看时不同。尚未做任何更改，请重新查看后再发布。',
  },
  'table-full': {
    status: 422,
    en: 'A form would need {columns} columns, those of removed fields that are still kept counted; it takes at most 1,400. Nothing was changed.',
    zh: '表单需要 {columns} 列（包括仍在保留期内的已删除字段），最多支持 1400 列。未做任何更改。',
  },
  'view-in-way': {
    status: 422,
    en: 'Database views that somebody made look at columns this would change: {views}. Nothing was changed. Drop them, publish, then create them again.',
    zh: '有人在数据库中创建的视图引用了需要更改的列：{views}。未做任何更改。请先删除这些视图，发布后再重新创建。',
  },
  'edit-refused': { status: 422, en: 'This change does not fit the form.', zh: '此修改无法应用。' },
  'publish-blocked': { status: 422, en: 'The draft cannot be published yet.', zh: '草稿暂时无法发布。' },
  'publish-failed': {
    status: 503,
    en: 'Publishing did not go through. Nothing was changed; try again.',
    zh: '发布未成功，未做任何更改，请重试。',
  },
  'nothing-to-publish': { status: 409, en: 'There is nothing to publish.', zh: '没有可发布的更改。' },
  'bulk-state': {
    status: 409,
    en: 'This change of many records is not at that step any more.',
    zh: '该批量操作已不处于此步骤。',
  },
  'import-state': { status: 409, en: 'This import is not at that step.', zh: '导入任务当前不处于该步骤。' },
  'import-read-anew': {
    status: 409,
    en: 'The file was read anew meanwhile. Look at its columns and match them again.',
    zh: '文件已被重新读取，请查看各列并重新匹配。',
  },
  'import-undecided': {
    status: 409,
    en: 'Decide first what becomes of rows that probably are there already: {count}.',
    zh: '请先决定如何处理可能已存在的 {count} 行数据。',
  },
  'too-many-exports': {
    status: 409,
    en: '{max} of your exports are being made already. Wait for them or cancel one.',
    zh: '您已有 {max} 个导出正在进行，请等待完成或取消其中一个。',
  },
  'export-outdated': {
    status: 409,
    en: 'What you may see has changed since this file was made. Export again.',
    zh: '此文件生成后您的权限有变化，请重新导出。',
  },
  'file-unreadable': {
    status: 422,
    en: 'This file cannot be read: {reason}',
    zh: '无法读取此文件：{reason}',
  },
  'encoding-misfit': {
    status: 422,
    en: 'The characters of this file make no sense as {encoding}. Choose another encoding.',
    zh: '此文件不是“{encoding}”编码，请选择其他编码。',
  },
  'last-admin': {
    status: 409,
    en: 'At least one active administrator must remain.',
    zh: '至少需要保留一名启用的管理员。',
  },
  'department-in-use': {
    status: 409,
    en: 'Members or departments still belong to it.',
    zh: '该部门下仍有成员或下级部门。',
  },
  'already-member': { status: 409, en: 'This person is already a member.', zh: '此人已是成员。' },
  'view-changed': {
    status: 409,
    en: 'Somebody else changed this view meanwhile. It has been reloaded; your changes are still there.',
    zh: '此视图已被他人修改，现已重新加载，您的更改仍然保留。',
  },
  'too-many-favourites': {
    status: 409,
    en: 'You have 200 favourites. Take some out before you add another.',
    zh: '您已有 200 个收藏，请先移除一些再添加。',
  },
  'too-many-views': {
    status: 409,
    en: 'You have {max} views of this form. Delete some before you save another.',
    zh: '您在此表单中已有 {max} 个视图，请先删除一些再保存。',
  },
  'public-not-open': {
    status: 409,
    en: 'This form takes no answers at the moment.',
    zh: '此表单目前不接受填写。',
  },
  'public-expired': {
    status: 409,
    en: 'This page has been open too long or was already sent. Reload it and send again; what you typed is kept.',
    zh: '页面打开时间过长或已提交过。请刷新后重新提交，已填写的内容会保留。',
  },
  'public-too-fast': {
    status: 429,
    en: 'That was very quick. Wait a moment and send again.',
    zh: '提交过快，请稍候再试。',
  },
  'too-many-calls': {
    status: 429,
    en: 'Too many requests from your network. Try again in {seconds} seconds.',
    zh: '来自您网络的请求过多，请在 {seconds} 秒后重试。',
  },
  'wrong-form-password': { status: 403, en: 'This password is not right.', zh: '密码不正确。' },
  ...backupProblems,
  ...mailProblems,
  'database-gone': {
    status: 503,
    en: 'The database does not answer. Try again in a moment.',
    zh: '数据库暂时无响应，请稍后再试。',
  },
  busy: {
    status: 503,
    en: 'Too much is going on at once. Try again in a moment.',
    zh: '系统繁忙，请稍后再试。',
  },
  internal: {
    status: 500,
    en: 'Something went wrong on our side. Nothing was saved.',
    zh: '系统出错，内容未保存。',
  },
} as const satisfies Record<string, ProblemEntry>
export type ProblemCode = keyof typeof problems

export type ProblemParams = Readonly<Record<string, string | number>>

/** Both languages write thousands alike. */
const counts = new Intl.NumberFormat('en', { maximumFractionDigits: 20 })

/**
 * The text of a problem in the reader's language with its parameters filled in; a parameter that a person wrote in
 * several languages comes as `text_en` and `text_zh`.
 */
export function problemText(
  entry: { readonly en: string; readonly zh: string },
  locale: 'en' | 'zh',
  params: ProblemParams = {},
): string {
  return entry[locale].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name] ?? params[`${name}_${locale}`] ?? ''
    return typeof value === 'number' ? counts.format(value) : value
  })
}
