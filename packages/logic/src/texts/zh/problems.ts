import type { problems as english } from '../en/problems.ts'

export const problems: typeof english = {
  notAnOperation: '此处的条件必须有且只有一个运算符。',
  unknownOperator: '没有名为“{operator}”的运算符。',
  unknownFunction: '没有名为“{function}”的函数。',
  unknownField: '此处没有字段“{field}”。',
  ambiguousField: '有多个字段名为“{field}”，请用字段标识指定。',
  computedPath: '必须直接写出字段，不能通过计算得到。',
  wrongType: '此处需要{expected}，实际是{actual}。',
  wrongCount: '“{operator}”需要 {least} 到 {most} 个值。',
  wrongLiteral: '此处只能使用：{expected}。',
  forbiddenName: '不允许使用名称“{name}”。',
  badNumber: '数值的位数超出了可计算的范围。',
  tooDeep: '嵌套过深，最多 {limit} 层。',
  tooManyNodes: '内容过长，最多 {limit} 个部分。',
  listTooLong: '列表过长，最多 {limit} 个值。',
  textTooLong: '文本过长，最多 {limit} 个字符。',
  tooManySteps: '计算超过 {limit} 步。',
  noSql: '此内容不能用于筛选或排序记录。',
  syntax: '无法识别：“{near}”。',
  missingBracket: '括号“{bracket}”没有闭合。',
}
