import type { rules as en } from '../en/rules.ts'

export const rules: typeof en = {
  title: '规则',
  mode: '条件编写方式',
  builder: '条件',
  formula: '公式',
  formulaPlaceholder: 'stage = "negotiation"',
  noneForField: '没有其他规则涉及此字段。',
}
