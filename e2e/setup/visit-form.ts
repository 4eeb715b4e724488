import type { AnswerOf, Routes } from '@pipewright/contract'

type Form = AnswerOf<Routes['getDraft']>['definition']['forms'][number]
type Field = Form['fields'][number]

const text = (en: string, zh: string) => ({ en, zh })
const option = (key: string, en: string, zh: string, color?: 'green' | 'gold' | 'red') => ({
  key,
  label: text(en, zh),
  ...(color === undefined ? {} : { color }),
})

const basics: readonly Field[] = [
  { type: 'text', key: 'subject', label: text('Subject', '主题'), required: true },
  { type: 'relation', key: 'customer', label: text('Customer', '客户'), form: 'account' },
  {
    type: 'anyRelation',
    key: 'regarding',
    label: text('Regarding', '相关对象'),
    targets: [{ form: 'lead' }, { form: 'account' }, { form: 'opportunity' }],
  },
  { type: 'member', key: 'visitor', label: text('Visited by', '拜访人') },
  { type: 'members', key: 'company', label: text('Accompanied by', '同行人员') },
  { type: 'date', key: 'day', label: text('Day', '拜访日期') },
  { type: 'time', key: 'begins', label: text('Begins', '开始时间') },
  { type: 'duration', key: 'length', label: text('Length', '时长'), unit: 'minutes' },
  { type: 'dateTime', key: 'next_call', label: text('Next call', '下次联系') },
  { type: 'dateRange', key: 'trial', label: text('Trial period', '试用期间') },
  {
    type: 'choice',
    key: 'mood',
    label: text('Mood', '客户态度'),
    display: 'buttons',
    options: [
      option('warm', 'Warm', '积极', 'green'),
      option('open', 'Open', '一般', 'gold'),
      option('cold', 'Cold', '冷淡', 'red'),
    ],
  },
  {
    type: 'multiChoice',
    key: 'topics',
    label: text('Topics', '议题'),
    display: 'checkboxes',
    other: true,
    options: [
      option('price', 'Price', '价格'),
      option('delivery', 'Delivery', '交付'),
      option('service', 'Service', '服务'),
    ],
  },
  { type: 'tags', key: 'labels', label: text('Labels', '标签') },
  { type: 'yesNo', key: 'decider', label: text('Decider was there', '决策人在场') },
  { type: 'rating', key: 'interest', label: text('Interest', '意向程度') },
]

const figures: readonly Field[] = [
  { type: 'money', key: 'budget', label: text('Budget', '预算'), currency: 'CNY' },
  {
    type: 'number',
    key: 'seats',
    label: text('Seats', '席位数'),
    scale: 0,
    min: '0',
    max: '500',
    display: 'slider',
  },
  { type: 'percent', key: 'chance', label: text('Chance', '成交概率') },
  {
    type: 'number',
    key: 'progress',
    label: text('Progress', '进度'),
    scale: 0,
    min: '0',
    max: '100',
    display: 'progress',
  },
]

const contact: readonly Field[] = [
  { type: 'phone', key: 'phone', label: text('Phone', '联系电话'), country: 'CN' },
  { type: 'email', key: 'email', label: text('E-mail', '电子邮箱') },
  { type: 'url', key: 'website', label: text('Website', '网址') },
  { type: 'address', key: 'address', label: text('Address', '地址'), country: 'CN', abroad: true },
  { type: 'location', key: 'place', label: text('Signed in at', '签到位置'), map: 'none' },
]

const outcome: readonly Field[] = [
  { type: 'richText', key: 'minutes', label: text('Minutes', '会议纪要') },
  { type: 'longText', key: 'next', label: text('Next steps', '后续安排') },
  { type: 'attachment', key: 'photos', label: text('Photos', '现场照片'), display: 'images', maxFiles: 9 },
  { type: 'attachment', key: 'papers', label: text('Papers', '附件') },
  {
    type: 'attachment',
    key: 'signature',
    label: text('Signature of the customer', '客户签名'),
    display: 'signature',
    maxFiles: 1,
  },
  {
    type: 'lineItems',
    key: 'shown',
    label: text('Products shown', '演示产品'),
    fields: [
      { type: 'text', key: 'product', label: text('Product', '产品'), required: true },
      { type: 'attachment', key: 'picture', label: text('Picture', '图片'), display: 'images' },
      { type: 'number', key: 'quantity', label: text('Quantity', '数量'), scale: 0 },
      { type: 'money', key: 'price', label: text('Price', '单价'), currency: 'CNY' },
      {
        type: 'formula',
        key: 'amount',
        label: text('Amount', '金额'),
        resultType: 'money',
        currency: 'CNY',
        expression: { mul: [{ var: 'quantity' }, { var: 'price' }] },
      },
    ],
  },
  {
    type: 'formula',
    key: 'total',
    label: text('Total', '合计'),
    resultType: 'money',
    currency: 'CNY',
    expression: { sum: [{ var: 'shown.amount' }] },
  },
]

const items = (fields: readonly Field[]) => fields.map(({ key }) => ({ field: key }))

/** The report of a visit: a form with a field of nearly every kind, as people meet them. */
export const visitForm: Form = {
  key: 'visit',
  label: text('Visit', '拜访'),
  labelPlural: text('Visits', '拜访记录'),
  titleField: 'subject',
  fields: [...basics, ...figures, ...contact, ...outcome],
  layout: {
    sections: [
      { key: 'basics', label: text('The visit', '拜访情况'), columns: 2, items: items(basics) },
      { key: 'figures', label: text('Figures', '数据'), columns: 2, items: items(figures) },
      { key: 'contact', label: text('Contact', '联系方式'), columns: 2, items: items(contact) },
      { key: 'outcome', label: text('Outcome', '结果'), columns: 1, items: items(outcome) },
    ],
  },
}
