import type { LayoutElement, LocalizedText } from '@pipewright/schemas'
import type { Named, OptionChanges } from '../../diff/change.ts'
import { elementName, specOfElement } from '../../layout-elements/index.ts'
import { localize } from '../../localize.ts'
import type { ChangeTexts } from '../texts.ts'
import { words } from './words.ts'

const text = (label: LocalizedText | undefined, key: string): string => localize(label, 'zh') || key
const quoted = ({ key, label }: Named): string => `“${text(label, key)}”`
const list = (items: readonly string[]): string => items.join('、')
const place = ({ form, lineItems }: { form: Named; lineItems?: Named }): string =>
  lineItems === undefined ? quoted(form) : `${quoted(form)}的明细表${quoted(lineItems)}`
const thing = (element: LayoutElement): string =>
  `${localize(specOfElement(element).label, 'zh')}“${text(elementName(element), element.key)}”`
const inSection = (section: Named | undefined): string =>
  section?.label === undefined ? '' : `的${quoted(section)}分组`

export function options({ added, removed, changed, reordered }: OptionChanges): string {
  const parts = [
    added.length > 0 && `添加了${list(added.map(quoted))}`,
    removed.length > 0 && `删除了${list(removed.map(quoted))}`,
    changed.length > 0 && `修改了${list(changed.map(({ after }) => quoted(after)))}`,
    reordered && '调整了顺序',
  ]
  return parts.filter((part) => part !== false).join('，')
}

const withOptions = (changes: OptionChanges | undefined): string =>
  changes === undefined ? '' : `（${options(changes)}）`

const fieldChanged: ChangeTexts['fieldChanged'] = (change) => {
  const { before, after, properties } = change
  const where = `${place(change)}中的${quoted(after)}`
  if (properties.length === 1 && properties[0] === 'required')
    return 'required' in after && after.required === true ? `将${where}设为必填` : `将${where}设为选填`
  if (properties.length === 1 && properties[0] === 'label')
    return `将${place(change)}中的${quoted(before)}改名为${quoted(after)}`
  const what = list(properties.map((one) => words.fieldProperties[one]))
  return `修改了${where}的${what}${withOptions(change.options)}`
}

export const changes: ChangeTexts = {
  appRenamed: ({ before, after }) => `将应用“${text(before, '')}”改名为“${text(after, '')}”`,
  currencyChanged: ({ before, after }) =>
    before === after
      ? `将${after}设为工作区本位币`
      : `新建金额字段的币种由${before}改为${after}，已有字段的币种保持不变`,
  formAdded: ({ form }) => `添加了表单${quoted(form)}`,
  formRemoved: ({ form }) => `删除了表单${quoted(form)}`,
  formChanged: ({ after, properties }) =>
    `修改了表单${quoted(after)}的${list(properties.map((one) => words.formProperties[one]))}`,
  fieldAdded: (change) =>
    `在${place(change)}${inSection(change.section)}中添加了${words.fieldTypes[change.field.type]}${quoted(change.field)}`,
  fieldRemoved: (change) =>
    `从${place(change)}中删除了${words.fieldTypes[change.field.type]}${quoted(change.field)}`,
  fieldChanged,
  fieldMoved: (change) =>
    change.section === undefined
      ? `调整了${place(change)}中${quoted(change.field)}的位置`
      : `将${quoted(change.field)}移动到${place(change)}${inSection(change.section)}`,
  sectionAdded: ({ form, section }) => `在${quoted(form)}中添加了分组${quoted(section)}`,
  sectionRemoved: ({ form, section }) => `从${quoted(form)}中删除了分组${quoted(section)}`,
  sectionChanged: ({ form, after }) => `修改了${quoted(form)}的分组${quoted(after)}`,
  elementAdded: ({ form, element }) => `在${quoted(form)}中添加了${thing(element)}`,
  elementRemoved: ({ form, element }) => `从${quoted(form)}中删除了${thing(element)}`,
  elementChanged: ({ form, after }) => `修改了${quoted(form)}的${thing(after)}`,
  formLayoutAdded: ({ form, formLayout }) => `为${quoted(form)}新增了布局${quoted(formLayout)}`,
  formLayoutRemoved: ({ form, formLayout }) => `移除了${quoted(form)}的布局${quoted(formLayout)}`,
  formLayoutChanged: ({ form, after }) => `修改了${quoted(form)}的布局${quoted(after)}`,
  formLayoutsReordered: ({ form }) => `调整了${quoted(form)}各布局的优先顺序`,
  layoutChanged: ({ form, properties }) =>
    `修改了${quoted(form)}的${list(properties.map((one) => words.layoutProperties[one]))}`,
  ruleAdded: ({ form, rule }) => `在${quoted(form)}中添加了规则${quoted(rule)}`,
  ruleRemoved: ({ form, rule }) => `从${quoted(form)}中删除了规则${quoted(rule)}`,
  ruleChanged: ({ form, after }) => `修改了${quoted(form)}的规则${quoted(after)}`,
  conversionAdded: ({ form, conversion }) => `在${quoted(form)}中添加了转换${quoted(conversion)}`,
  conversionRemoved: ({ form, conversion }) => `从${quoted(form)}中删除了转换${quoted(conversion)}`,
  conversionChanged: ({ form, after }) => `修改了${quoted(form)}的转换${quoted(after)}`,
  reminderAdded: ({ form, reminder }) => `在${quoted(form)}中添加了提醒${quoted(reminder)}`,
  reminderRemoved: ({ form, reminder }) => `从${quoted(form)}中删除了提醒${quoted(reminder)}`,
  reminderChanged: ({ form, after }) => `修改了${quoted(form)}的提醒${quoted(after)}`,
  conversionsReordered: ({ form }) => `调整了${quoted(form)}各转换的顺序`,
  publicFormAdded: ({ form, publicForm }) => `在${quoted(form)}中添加了公开表单${quoted(publicForm)}`,
  publicFormRemoved: ({ form, publicForm }) => `从${quoted(form)}中删除了公开表单${quoted(publicForm)}`,
  publicFormChanged: ({ form, after }) => `修改了${quoted(form)}的公开表单${quoted(after)}`,
  documentAdded: ({ kind, document }) => `添加了${words.documents[kind]}${quoted(document)}`,
  documentRemoved: ({ kind, document }) => `删除了${words.documents[kind]}${quoted(document)}`,
  documentChanged: (change) =>
    `修改了${words.documents[change.kind]}${quoted(change.after)}${withOptions(change.options)}`,
  navigationChanged: () => '修改了导航菜单',
}
