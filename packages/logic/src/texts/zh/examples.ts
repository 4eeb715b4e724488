import type { ExampleFault } from '../../examples/judge-example.ts'

/** What a value of a condition is called where somebody gives it. */
export const yesOrNo = '是或否'

export const examples: Readonly<Record<ExampleFault['kind'], string>> = {
  otherValue: '期望得到 {expected}，实际得到 {actual}。',
  applies: '期望不生效，实际生效了。',
  appliesNot: '期望生效，实际没有生效。',
  didNotFail: '期望计算失败，实际得到 {actual}。',
  wrongExpected: '期望值应为{wanted}。',
  wrongInput: '“{name}”的取值应为{wanted}。',
  dayMissing: '结果与日期有关，请填写这一行的日期。',
  looksElsewhere: '公式要查找其他表单的记录，示例中没有这些记录。',
  tooManyDigits: '结果的位数超过字段能保存的位数。',
  failed: '{problem}',
}
