import { viewNeeds } from './view-needs.ts'
import { localize } from '../../localize.ts'
import type { ProblemTexts } from '../texts.ts'
import { usesText } from './uses.ts'
import { words } from './words.ts'

const { targets, expectations } = words

export const problems: ProblemTexts = {
  invalid: ({ message }) => `格式不正确：${message}。`,
  'duplicate-key': ({ key }) => `标识“${key}”重复。`,
  'reserved-key': ({ key }) => `标识“${key}”是系统保留的，请换一个。`,
  'retired-key': ({ key }) => `标识“${key}”曾经使用过，不能再次使用。`,
  'not-retired': ({ key }) => `“${key}”已发布过，现已缺失，但其标识没有停用。`,
  'table-name-taken': ({ table }) => `数据表名“${table}”已被占用，请换一个标识。`,
  'column-name-too-long': ({ column }) =>
    `“${column}”将作为列名，长度超过 63 个字符，请为该字段使用更短的标识。`,
  'table-name-too-long': ({ table }) => `数据表名“${table}”太长，请换一个较短的标识。`,
  'too-many-fields': ({ count, most }) => `字段过多：共 ${count} 个，一个表单最多 ${most} 个。`,
  'unknown-form': ({ key }) => `表单“${key}”不存在。`,
  'unknown-option-set': ({ key }) => `选项集“${key}”不存在。`,
  'unknown-report': ({ key }) => `报表“${key}”不存在。`,
  'unknown-view': ({ key }) => `视图“${key}”不存在。`,
  'unknown-dashboard': ({ key }) => `仪表盘“${key}”不存在。`,
  'unknown-role': ({ key }) => `角色“${key}”不存在。`,
  'unknown-field': ({ path, form }) => `表单“${form}”中没有字段“${path}”。`,
  'unknown-option': ({ option, path }) => `“${option}”不是“${path}”的选项。`,
  'unknown-variable': ({ name }) => `这里不能使用“${name}”。`,
  'unknown-step': ({ key }) => `步骤“${key}”不存在。`,
  'unknown-section': ({ key }) => `分组“${key}”不存在。`,
  'not-of-the-rows': ({ path, rows }) => `逐行检查“${rows}”的规则只能作用于它的列，不能用于“${path}”。`,
  'needs-rows': ({ path }) => `“${path}”是明细表的列，请将规则设为逐行检查后再赋值。`,
  'unsuitable-field': ({ path, expects }) => `“${path}”不适用于此处，需要${expectations[expects]}。`,
  'not-in-layout': ({ field }) => `字段“${localize(field, 'zh')}”没有放入布局。`,
  'layout-never-fits': ({ layout }) =>
    `布局“${localize(layout, 'zh')}”限定了阶段或记录类型，但表单没有对应的字段。`,
  'twice-in-layout': ({ field }) => `字段“${field}”在布局中出现了两次。`,
  'listed-twice': ({ key }) => `“${key}”重复列出。`,
  'options-missing': ({ field }) => `字段“${localize(field, 'zh')}”至少需要一个选项，或指定一个选项集。`,
  'options-twice': ({ field }) => `字段“${localize(field, 'zh')}”同时设置了自有选项和选项集，请只保留一种。`,
  'not-in-line-items': ({ field }) => `字段“${localize(field, 'zh')}”不能放在明细表中。`,
  'nested-too-deep': ({ field, table }) =>
    `“${localize(field, 'zh')}”不能放在“${localize(table, 'zh')}”中：明细表只能嵌套一层，而“${localize(table, 'zh')}”已经在明细表里。`,
  'delete-in-line-items': ({ field }) =>
    `明细表中的“${localize(field, 'zh')}”不能随关联记录删除：请选择禁止删除或清空。`,
  'must-be-required-or-clear': ({ field }) =>
    `“${localize(field, 'zh')}”是必填字段，不能在关联记录删除时清空。`,
  'finds-too-much': () => '请至少设置一个文本、数字、手机、邮箱或编号类查询字段，避免仅凭选项就能列出记录。',
  'no-such-day': ({ value }) => `日期“${value}”不存在。`,
  'min-above-max': ({ min, max }) => `最小值 ${min} 大于最大值 ${max}。`,
  'too-many-digits': ({ value, scale }) => `${value} 的小数位数超过 ${scale} 位。`,
  'wrong-default': ({ field }) => `默认值不适用于字段“${localize(field, 'zh')}”。`,
  'wrong-value': ({ place, field }) =>
    `“${localize(place, 'zh')}”：该值不适用于字段“${localize(field, 'zh')}”。`,
  'bad-expression': ({ place, reason }) => `“${localize(place, 'zh')}”：${localize(reason, 'zh')}`,
  'red-example': ({ of, place, row, reason }) =>
    `${of === 'rule' ? '规则' : '公式'}“${localize(place, 'zh')}”的第 ${row} 个示例：${localize(reason, 'zh')}`,
  'not-for-index': ({ part }) =>
    `“不允许重复”的条件只能使用记录自身已保存的字段和简单比较，不能使用“${part}”。`,
  'wrong-result': ({ field, form, source }) =>
    `“${localize(form, 'zh')}”中的“${localize(field, 'zh')}”取自“${localize(source, 'zh')}”，两者类型不一致；请先修改或删除该字段。`,
  'pattern-missing': ({ field }) => `字段“${localize(field, 'zh')}”需要填写格式规则。`,
  'bad-pattern': ({ field, reason }) =>
    `字段“${localize(field, 'zh')}”的格式规则不是可用的正则表达式（RE2）：${reason}。`,
  'currency-missing': ({ field }) => `“${localize(field, 'zh')}”是金额，需要指定币种。`,
  'unknown-country': ({ code }) => `没有代码为“${code}”的国家或地区（ISO 3166）。`,
  'source-missing': ({ field }) => `请选择“${localize(field, 'zh')}”的取值来源：关联或条件查询。`,
  'rows-missing': ({ field }) => `请选择“${localize(field, 'zh')}”要汇总的记录或明细。`,
  'field-missing': () => '请选择要计算的字段。',
  'counter-missing': ({ field }) => `编号“${localize(field, 'zh')}”需要且只能有一个流水号。`,
  'number-repeats': ({ field }) =>
    `“${localize(field, 'zh')}”会重新计数，编号规则中必须包含对应的日期或字段，否则会产生重复编号。`,
  'link-incomplete': () => '导航中的链接需要名称和地址。',
  'widget-content': ({ dashboard }) =>
    `仪表盘“${localize(dashboard, 'zh')}”中有组件未指定内容，或同时指定了多项内容。`,
  'view-setting-missing': ({ setting }) => viewNeeds[setting],
  'no-label': ({ key }) => `字段“${key}”至少需要一种语言的名称。`,
  cycle: ({ path }) =>
    `这些字段互相引用，形成了循环计算：${path.map((name) => localize(name, 'zh')).join(' → ')}。`,
  'in-use': ({ what, uses }) => `“${what}”仍在使用中：${usesText(uses)}。`,
  'unknown-target': ({ what, key }) => `${targets[what]}“${key}”已不存在。`,
  'key-taken': ({ key }) => `标识“${key}”已被占用。`,
  'type-changed': ({ field }) => `字段“${localize(field, 'zh')}”的类型不能更改。`,
  'columns-changed': () => '明细表的列需要逐个修改。',
  'last-column': () => '明细表至少需要一列。',
  'last-section': () => '表单至少需要一个分组。',
  'stage-field-missing': ({ form }) => `请为“${form}”选择阶段字段；使用多条流程时，还要选择流程字段。`,
  'reminder-endless': ({ reminder }) =>
    `“${localize(reminder, 'zh')}”会一直重复：请填写最多提醒几次，或设置条件。`,
  'reminder-fixed-words': ({ reminder, field }) =>
    `“{{${field}}}”只能用在“${localize(reminder, 'zh')}”的提醒内容中，不能用在名称或任务标题中：它们对所有人都一样。`,
  'reminder-asks-who': ({ reminder }) =>
    `“${localize(reminder, 'zh')}”的条件不能取决于查看者：提醒由系统自动发出。`,
  'section-not-empty': () => '新建的分组必须是空的。',
  'out-of-range': ({ index, most }) => `位置 ${index} 不存在，最后一个位置是 ${most}。`,
  'changed-meanwhile': ({ what }) => `“${what}”已被修改，此操作不再适用。`,
}
