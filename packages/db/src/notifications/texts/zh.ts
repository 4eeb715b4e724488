import type { NotificationTexts } from './notification-texts.ts'

const times = (count: number): string => (count === 1 ? '' : `（${count} 次）`)
const records = (count: number): string => `${count.toLocaleString('en')} 条记录`

function overdueNames(tasks: number, count: number): string {
  if (tasks === 0) return '跟进'
  return tasks === count ? '任务' : '任务和跟进'
}

export const zh: NotificationTexts = {
  others: (who) => `${who}等人`,
  unnamed: '一条记录',
  quoted: (title) => `“${title}”`,
  listed: (names) => names.join('、'),
  values: {
    yes: '是',
    no: '否',
    unknown: '未知',
    rows: (count) => `${count} 行`,
    files: (count) => `${count} 个文件`,
  },
  gone: '此通知涉及的内容您已无法查看。',
  kinds: {
    assigned: ({ who, what, count, fields, words, params }) => {
      if (params.shared === true) return `${who ?? '有人'}与您共享了${what ?? records(count)}`
      if (words !== '') return who === null ? `新任务：${words}` : `${who}给您分配了任务：${words}`
      const as = fields === '' ? '' : `（${fields}）`
      return who === null
        ? `${what ?? records(count)}已分配给您${as}`
        : `${who}将${what ?? records(count)}分配给您${as}`
    },
    mentioned: ({ who, what, count }) => `${who ?? '有人'}在${what}中提到了您${times(count)}`,
    replied: ({ who, what, count }) => `${who ?? '有人'}评论了${what}${times(count)}`,
    followed: ({ who, what, count, fields, params }) => {
      const of = what ?? records(count)
      if (fields === '' && params.noted === true) return `${who ?? '有人'}登记了${of}的跟进`
      if (fields === '' && params.commented === true) return `${who ?? '有人'}评论了${of}`
      const changed = `${who ?? '有人'}修改了${of}${times(what === null ? 1 : count)}`
      return fields === '' ? changed : `${changed}：${fields}`
    },
    approvalWaiting: ({ who, what }) =>
      who === null ? `${what}等待您审批` : `${who}提交了${what}，等待您审批`,
    approvalDecided: ({ who, what, params }) => {
      const did = params.decision === 'rejected' ? '驳回' : '通过'
      return who === null ? `${what}已被${did}` : `${who}${did}了${what}`
    },
    mailFailed: ({ what, params }) =>
      params.partly === true ? `您在${what}中写的邮件有人未收到` : `您在${what}中写的邮件未能发出`,
    reminder: ({ words, what, params: { rows } }) => {
      if (what !== null) return `${words} · ${what}`
      return rows === undefined ? words : `${words} · ${records(rows)}`
    },
    dueToday: ({ words, count }) => (words === '' ? `${count} 项任务今天到期` : `今天到期：${words}`),
    overdue: ({ what, words, count, params }) => {
      if (what !== null) return `${what}的跟进已逾期`
      if (words !== '') return `已逾期：${words}`
      const more = params.more === true ? '超过 ' : ''
      return `${more}${count} 项${overdueNames(params.tasks ?? 0, count)}已逾期`
    },
    importReady: ({ params }) =>
      params.failed === true ? '导入未能完成，未做任何更改。' : `导入完成：${records(params.rows ?? 0)}`,
    exportReady: ({ params }) => (params.failed === true ? '导出未能完成' : '导出文件已就绪'),
    bulkReady: ({ params }) =>
      params.failed === true ? '批量更改未能完成' : `批量更改完成：${records(params.rows ?? 0)}`,
    backupTrouble: ({ params }) =>
      params.failed === true ? '服务器最近一次备份失败' : '服务器已超过 36 小时没有可用的新备份',
  },
}
