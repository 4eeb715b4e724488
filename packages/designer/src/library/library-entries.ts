import type { Color, Field, Option } from '@pipewright/schemas'

export type LibraryGroup = 'customer' | 'contact' | 'deal' | 'activity' | 'order'

/** A standard field of customer work, complete with options and limits. */
export interface LibraryEntry {
  readonly group: LibraryGroup
  readonly field: Field
}

const colors: readonly Color[] = ['blue', 'green', 'orange', 'purple', 'cyan', 'red', 'gray', 'gold']

const options = (...names: readonly (readonly [key: string, en: string, zh: string])[]): Option[] =>
  names.map(([key, en, zh], at) => ({ key, label: { en, zh }, color: colors[at % colors.length] ?? 'gray' }))

const industries = options(
  ['manufacturing', 'Manufacturing', '制造业'],
  ['it', 'IT and internet', 'IT 与互联网'],
  ['retail', 'Retail and trade', '零售与贸易'],
  ['finance', 'Finance', '金融'],
  ['construction', 'Construction and real estate', '建筑与房地产'],
  ['education', 'Education', '教育'],
  ['health', 'Health care', '医疗健康'],
  ['logistics', 'Logistics', '物流运输'],
  ['public', 'Public sector', '政府与公共事业'],
  ['other', 'Other', '其他'],
)
const sources = options(
  ['website', 'Website', '官网'],
  ['referral', 'Referral', '转介绍'],
  ['exhibition', 'Exhibition', '展会'],
  ['advertising', 'Advertising', '广告投放'],
  ['cold_call', 'Cold call', '电话开发'],
  ['social', 'Social media', '社交媒体'],
  ['partner', 'Partner', '渠道伙伴'],
  ['other', 'Other', '其他'],
)
const sizes = options(
  ['under_20', 'Under 20', '20 人以下'],
  ['from_20', '20–99', '20–99 人'],
  ['from_100', '100–499', '100–499 人'],
  ['from_500', '500–999', '500–999 人'],
  ['from_1000', '1,000 and more', '1000 人以上'],
)
const grades = options(
  ['a', 'A · key', 'A 重点客户'],
  ['b', 'B · regular', 'B 普通客户'],
  ['c', 'C · small', 'C 小客户'],
)
const channels = options(
  ['phone', 'Phone', '电话'],
  ['visit', 'Visit', '上门拜访'],
  ['wechat', 'WeChat', '微信'],
  ['mail', 'E-mail', '邮件'],
  ['meeting', 'Online meeting', '线上会议'],
)
const roles = options(
  ['decision_maker', 'Decision maker', '决策人'],
  ['influencer', 'Influencer', '影响人'],
  ['user', 'User', '使用人'],
  ['buyer', 'Buyer', '采购'],
)
const lossReasons = options(
  ['price', 'Price', '价格'],
  ['competitor', 'Competitor', '竞争对手'],
  ['budget', 'No budget', '没有预算'],
  ['need', 'No need', '没有需求'],
  ['no_answer', 'No answer', '失去联系'],
)
const terms = options(
  ['prepaid', 'Prepaid', '预付款'],
  ['on_delivery', 'On delivery', '货到付款'],
  ['net_30', 'Net 30 days', '月结 30 天'],
  ['net_60', 'Net 60 days', '月结 60 天'],
  ['instalments', 'Instalments', '分期付款'],
)

const customer: readonly Field[] = [
  {
    type: 'text',
    key: 'customer_name',
    label: { en: 'Customer name', zh: '客户名称' },
    required: true,
    maxLength: 200,
  },
  { type: 'choice', key: 'industry', label: { en: 'Industry', zh: '所属行业' }, options: industries },
  { type: 'choice', key: 'source', label: { en: 'Source', zh: '客户来源' }, options: sources },
  { type: 'choice', key: 'company_size', label: { en: 'Employees', zh: '人员规模' }, options: sizes },
  { type: 'choice', key: 'grade', label: { en: 'Grade', zh: '客户等级' }, options: grades },
  { type: 'phone', key: 'company_phone', label: { en: 'Company phone', zh: '公司电话' } },
  { type: 'url', key: 'website', label: { en: 'Website', zh: '公司网址' } },
  { type: 'text', key: 'address', label: { en: 'Address', zh: '详细地址' }, maxLength: 300 },
  { type: 'text', key: 'tax_number', label: { en: 'Tax number', zh: '统一社会信用代码' }, maxLength: 30 },
  { type: 'longText', key: 'remarks', label: { en: 'Remarks', zh: '备注' } },
]
const contact: readonly Field[] = [
  {
    type: 'text',
    key: 'contact_name',
    label: { en: 'Contact name', zh: '联系人姓名' },
    required: true,
    maxLength: 100,
  },
  { type: 'phone', key: 'mobile', label: { en: 'Mobile', zh: '手机' } },
  { type: 'email', key: 'email', label: { en: 'E-mail', zh: '邮箱' } },
  { type: 'text', key: 'wechat', label: { en: 'WeChat', zh: '微信' }, maxLength: 60 },
  { type: 'text', key: 'job_title', label: { en: 'Job title', zh: '职务' }, maxLength: 100 },
  { type: 'text', key: 'department_name', label: { en: 'Department', zh: '所在部门' }, maxLength: 100 },
  {
    type: 'choice',
    key: 'buying_role',
    label: { en: 'Role in the decision', zh: '决策角色' },
    options: roles,
  },
  { type: 'date', key: 'birthday', label: { en: 'Birthday', zh: '生日' } },
]
const deal: readonly Field[] = [
  {
    type: 'money',
    key: 'expected_amount',
    label: { en: 'Expected amount', zh: '预计金额' },
    currency: 'CNY',
    min: '0',
  },
  { type: 'date', key: 'expected_close', label: { en: 'Expected close', zh: '预计成交日期' } },
  { type: 'percent', key: 'win_rate', label: { en: 'Win rate', zh: '赢单率' }, min: '0', max: '100' },
  { type: 'text', key: 'competitor', label: { en: 'Competitor', zh: '竞争对手' }, maxLength: 200 },
  {
    type: 'choice',
    key: 'loss_reason',
    label: { en: 'Reason for losing', zh: '输单原因' },
    options: lossReasons,
  },
  { type: 'longText', key: 'requirements', label: { en: 'Requirements', zh: '客户需求' } },
]
const activity: readonly Field[] = [
  { type: 'dateTime', key: 'followed_up_at', label: { en: 'Follow-up time', zh: '跟进时间' } },
  {
    type: 'choice',
    key: 'follow_up_channel',
    label: { en: 'Follow-up channel', zh: '跟进方式' },
    options: channels,
  },
  { type: 'longText', key: 'follow_up_note', label: { en: 'Follow-up note', zh: '跟进内容' } },
  { type: 'date', key: 'next_follow_up', label: { en: 'Next follow-up', zh: '下次跟进日期' } },
  { type: 'member', key: 'sales_owner', label: { en: 'Sales owner', zh: '销售负责人' } },
  { type: 'attachment', key: 'files', label: { en: 'Files', zh: '附件' } },
]
const order: readonly Field[] = [
  { type: 'date', key: 'order_date', label: { en: 'Order date', zh: '下单日期' } },
  {
    type: 'money',
    key: 'order_amount',
    label: { en: 'Order amount', zh: '订单金额' },
    currency: 'CNY',
    min: '0',
  },
  { type: 'percent', key: 'discount', label: { en: 'Discount', zh: '折扣率' }, min: '0', max: '100' },
  { type: 'choice', key: 'payment_terms', label: { en: 'Payment terms', zh: '付款方式' }, options: terms },
  { type: 'date', key: 'delivery_date', label: { en: 'Delivery date', zh: '交货日期' } },
  { type: 'yesNo', key: 'invoiced', label: { en: 'Invoiced', zh: '已开票' } },
]

const groups: Readonly<Record<LibraryGroup, readonly Field[]>> = { customer, contact, deal, activity, order }

/** Everything the library offers, by group. */
export const libraryEntries: readonly LibraryEntry[] = Object.entries(groups).flatMap(([group, fields]) =>
  fields.map((field) => ({ group: group as LibraryGroup, field })),
)

export const libraryEntry = (key: string): LibraryEntry | undefined =>
  libraryEntries.find(({ field }) => field.key === key)
