import type { Locale } from '../describe-condition.ts'
import { formulaFunctions } from '../formula/formula-functions.ts'
import type { FormulaFunction } from '../formula/formula-functions.ts'
import { operationGroups } from '../operations/index.ts'
import type { OperationGroup } from '../operations/index.ts'

const titles: Readonly<Record<Locale, Readonly<Record<OperationGroup, string>>>> = {
  en: {
    logic: 'Choices',
    comparison: 'Comparisons and conditions',
    number: 'Numbers',
    statistics: 'Statistics',
    text: 'Text',
    date: 'Dates and working days',
    list: 'Lists',
    money: 'Money',
    forms: 'Other forms',
  },
  zh: {
    logic: '逻辑',
    comparison: '比较与条件',
    number: '数值',
    statistics: '统计',
    text: '文本',
    date: '日期与工作日',
    list: '列表',
    money: '金额',
    forms: '其他表单',
  },
}

const words = {
  en: {
    title: 'Functions',
    count: (count: number) => `${count} functions; names may be written in any case.`,
    also: 'also',
  },
  zh: { title: '函数', count: (count: number) => `共 ${count} 个函数，名称不区分大小写。`, also: '别名' },
}

function entry({ name, aliases, params, help, example }: FormulaFunction, locale: Locale): string {
  const call = `\`${name}(${params[locale].join(', ')})\``
  const also = aliases.length > 0 ? ` (${words[locale].also} ${aliases.join(', ')})` : ''
  const shown = example ? ` \`${example[0]}\` → \`${example[1]}\`` : ''
  return `- ${call}${also}: ${help[locale]}${shown}`
}

/** Every function of formula text with its help, as a page in Markdown. */
export function functionReference(locale: Locale): string {
  const groups = (Object.keys(operationGroups) as OperationGroup[]).map((group) => {
    const entries = formulaFunctions.filter((each) => each.group === group).map((each) => entry(each, locale))
    return `## ${titles[locale][group]}\n\n${entries.join('\n')}\n`
  })
  const { title, count } = words[locale]
  return [`# ${title}\n`, `${count(formulaFunctions.length)}\n`, ...groups].join('\n')
}
