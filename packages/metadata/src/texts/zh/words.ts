import type { Words } from '../texts.ts'

export const words: Words = {
  targets: {
    form: '表单', optionSet: '选项集', view: '视图', workflow: '审批流程', report: '报表',
    dashboard: '仪表盘', role: '角色', navigation: '菜单分组', field: '字段',
    lineItems: '明细表字段', section: '分组', rule: '规则', conversion: '转换',
  },
  expectations: {
    any: '字段',
    oneValue: '每条记录只有一个值的字段',
    sortable: '可以排序的字段',
    groupable: '可以分组的字段',
    dateGroup: '日期字段',
    number: '数值字段',
    ordered: '数值或日期字段',
    own: '本表单的字段',
    ownNumber: '本表单的数值字段',
    ownChoice: '本表单的单选字段',
    ownLineItems: '本表单的明细表字段',
    title: '本表单中能用一行文字表示记录的字段',
    searchable: '本表单的文本字段',
    matchable: '本表单的简单字段',
    editable: '本表单的字段或其明细表的列',
    inForm: '本表单的字段或其明细表的列',
    settable: '本表单中可以赋值的字段',
    relationTo: '指向正确表单的关联字段',
  },
  fieldProperties: {
    label: '名称', help: '提示', required: '必填', default: '默认值', unique: '唯一性',
    maxLength: '最多字数', minLength: '最少字数', scale: '小数位数', min: '最小值', max: '最大值',
    unit: '单位', currency: '币种', options: '选项', optionSet: '选项集', form: '关联表单',
    onDelete: '删除时的处理', filter: '条件', reverseLabel: '相关列表标题', maxRows: '最多行数',
    prefix: '前缀', digits: '位数', period: '编号周期', maxFiles: '最多文件数', maxBytes: '文件大小上限',
    types: '文件类型', expression: '公式', resultType: '结果类型', relation: '关联字段', function: '计算方式',
    field: '统计字段',
  },
  formProperties: {
    label: '名称', labelPlural: '复数名称', icon: '图标', color: '颜色', titleField: '标题字段',
    stageField: '阶段字段', searchFields: '搜索字段', matchFields: '查重字段',
  },
  layoutProperties: {
    sections: '分组顺序', width: '字段宽度', keyFacts: '关键信息', related: '相关列表', quickCreate: '快速新建',
  },
  documents: {
    optionSet: '选项集', view: '视图', workflow: '审批流程', report: '报表', dashboard: '仪表盘', role: '角色',
  },
  fieldTypes: {
    text: '单行文本', longText: '多行文本', number: '数字', money: '金额', percent: '百分比', date: '日期',
    dateTime: '日期时间', yesNo: '是/否', choice: '单选', multiChoice: '多选', email: '邮箱', phone: '电话',
    url: '链接', member: '成员', relation: '关联', lineItems: '明细表', autoNumber: '自动编号',
    attachment: '附件', formula: '公式', rollup: '汇总',
  },
}
