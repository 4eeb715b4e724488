import { foldWords } from './fold-words.ts'

/** Headers of other systems that mean the same; a field is known by any word of its group. */
const groups: readonly (readonly string[])[] = [
  [
    'name',
    '名称',
    '姓名',
    '名字',
    'full name',
    'contact name',
    'contact',
    '联系人',
    '联系人姓名',
    '客户姓名',
  ],
  [
    'company',
    'company name',
    'account name',
    'organization',
    'organisation',
    'customer',
    'customer name',
    'account',
    'client',
    '公司',
    '公司名称',
    '客户',
    '客户名称',
    '企业名称',
    '企业',
    '单位',
    '单位名称',
    '所属客户',
    '所属公司',
  ],
  ['opportunity', 'opportunity name', 'deal', 'deal name', '商机', '商机名称', '销售机会', '项目名称'],
  [
    'phone',
    'mobile',
    'mobile phone',
    'phone number',
    'telephone',
    'tel',
    'cell',
    'cell phone',
    'work phone',
    '手机',
    '手机号',
    '手机号码',
    '电话',
    '电话号码',
    '联系电话',
    '联系方式',
    '座机',
  ],
  ['email', 'e mail', 'e mail address', 'email address', 'mail', '邮箱', '电子邮箱', '电子邮件', '邮件'],
  ['job title', 'title', 'position', 'role', '职务', '职位', '头衔'],
  ['website', 'web site', 'url', 'web', 'homepage', '网址', '网站', '官网', '公司网址'],
  [
    'address',
    'street',
    'billing street',
    'mailing street',
    'street address',
    '地址',
    '详细地址',
    '联系地址',
    '街道',
  ],
  ['city', 'billing city', 'mailing city', '城市', '市'],
  ['province', 'state', 'billing state', 'mailing state', '省', '省份', '州'],
  ['source', 'lead source', '来源', '线索来源', '客户来源', '商机来源'],
  ['industry', '行业', '所属行业'],
  ['status', 'lead status', '状态', '线索状态', '客户状态'],
  ['stage', 'stage name', 'sales stage', '阶段', '销售阶段', '商机阶段'],
  [
    'amount',
    'deal value',
    'value',
    'payment amount',
    'price',
    '金额',
    '预计金额',
    '回款金额',
    '付款金额',
    '合同金额',
    '价格',
  ],
  ['close date', 'closing date', 'expected close date', '预计成交日期', '成交日期', '结束日期'],
  ['date', 'payment date', 'received on', '日期', '回款日期', '付款日期', '收款日期'],
  ['notes', 'note', 'description', 'remark', 'remarks', 'comment', 'comments', '备注', '说明', '描述'],
  ['need', 'needs', 'requirement', 'requirements', '需求', '客户需求'],
  ['external id', 'id', 'record id', 'key', '外部编号', '编号', '序号', '唯一标识'],
  ['birthday', 'birthdate', 'date of birth', '生日', '出生日期'],
  ['tax number', 'tax id', 'vat', 'vat number', '税号', '纳税人识别号', '统一社会信用代码'],
  ['quantity', 'qty', '数量'],
  ['product', 'product name', '产品', '产品名称', '商品'],
  ['tags', 'labels', '标签'],
  ['wechat', 'wechat id', '微信', '微信号'],
]

const groupOf: ReadonlyMap<string, number> = new Map(
  groups.flatMap((words, group) => words.map((word) => [word, group] as const)),
)

/** A header or label as it is compared: words in lower case, without marks, units in brackets and technical endings. */
export function foldHeader(text: string): string {
  const words = text
    .replace(/__c$/i, '')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[(（[【].*?[)）\]】]/gu, ' ')
    .replaceAll(/[\p{P}\p{S}_]+/gu, ' ')
  return foldWords(words)
}

/** Whether two folded headers mean the same. */
export function meansSame(one: string, other: string): boolean {
  const group = groupOf.get(one)
  return one === other || (group !== undefined && group === groupOf.get(other))
}

/** The header without an ending that says by what a related record is named: "account id" → "account". */
export function withoutKeyEnding(header: string): string | undefined {
  const bare = header.replace(/ ?(?:id|key|code|no|number|external id|name|编号|id号|名称)$/u, '')
  return bare !== header && bare !== '' ? bare : undefined
}

/** Whether the header says that the column holds keys, not names. */
export const endsLikeKey = (header: string): boolean => /(?:\b(?:id|key|code|no)|编号)$/u.test(header)
