import type { Words } from './builder.ts'

/** Types as the palette calls them, with what the field is called in this form. */
export const plainFields: readonly (readonly [type: Words, label: Words])[] = [
  [
    ['Auto number', '自动编号'],
    ['Order number', '订单编号'],
  ],
  [
    ['Relation', '关联'],
    ['Customer', '客户'],
  ],
  [
    ['Text', '单行文本'],
    ['Customer reference', '客户单号'],
  ],
  [
    ['Text', '单行文本'],
    ['Project', '项目'],
  ],
  [
    ['Text', '单行文本'],
    ['Cost centre', '成本中心'],
  ],
  [
    ['Text', '单行文本'],
    ['Buyer', '采购联系人'],
  ],
  [
    ['Phone', '电话'],
    ['Phone of the buyer', '联系人电话'],
  ],
  [
    ['E-mail', '邮箱'],
    ['E-mail of the buyer', '联系人邮箱'],
  ],
  [
    ['Address', '地址'],
    ['Delivery address', '收货地址'],
  ],
  [
    ['Location', '定位'],
    ['Site', '现场位置'],
  ],
  [
    ['Percent', '百分比'],
    ['Discount', '折扣'],
  ],
  [
    ['Money', '金额'],
    ['Deposit', '定金'],
  ],
  [
    ['Money', '金额'],
    ['Freight', '运费'],
  ],
  [
    ['Number', '数字'],
    ['Weight', '重量'],
  ],
  [
    ['Number', '数字'],
    ['Pallets', '托盘数'],
  ],
  [
    ['Rating', '评分'],
    ['Importance', '重要程度'],
  ],
  [
    ['Date', '日期'],
    ['Ordered on', '下单日期'],
  ],
  [
    ['Date', '日期'],
    ['Wanted by', '要求到货日期'],
  ],
  [
    ['Date range', '日期区间'],
    ['Delivery window', '送货时段'],
  ],
  [
    ['Time', '时间'],
    ['Unloading from', '卸货开始时间'],
  ],
  [
    ['Duration', '时长'],
    ['Installation', '安装时长'],
  ],
  [
    ['Yes / no', '是 / 否'],
    ['Urgent', '加急'],
  ],
  [
    ['Tags', '标签'],
    ['Labels', '标签'],
  ],
  [
    ['Member', '成员'],
    ['Planner', '计划员'],
  ],
  [
    ['Members', '成员（多选）'],
    ['Fitters', '安装人员'],
  ],
  [
    ['Department', '部门'],
    ['Branch', '分公司'],
  ],
  [
    ['Attachment', '附件'],
    ['Drawings', '图纸'],
  ],
  [
    ['Image', '图片'],
    ['Photos', '现场照片'],
  ],
  [
    ['Signature', '手写签名'],
    ['Signed by the customer', '客户签收'],
  ],
  [
    ['Long text', '多行文本'],
    ['Remarks', '备注'],
  ],
  [
    ['Rich text', '富文本'],
    ['Terms', '条款'],
  ],
]

export const choiceFields: readonly (readonly [type: Words, label: Words, options: readonly Words[]])[] = [
  [
    ['Single choice', '单选'],
    ['Progress', '订单进度'],
    [
      ['Asked', '询价'],
      ['Confirmed', '已确认'],
      ['Delivered', '已交付'],
    ],
  ],
  [
    ['Single choice', '单选'],
    ['Payment terms', '付款方式'],
    [
      ['Before delivery', '款到发货'],
      ['30 days', '月结 30 天'],
    ],
  ],
  [
    ['Multiple choice', '多选'],
    ['Services', '服务'],
    [
      ['Assembly', '安装'],
      ['Training', '培训'],
      ['Disposal', '旧机回收'],
    ],
  ],
]
