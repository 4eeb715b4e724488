import type { Locale } from '../describe-condition.ts'
import { explainProblem, tellTypes } from '../explain-problem.ts'
import { examples as english, yesOrNo as englishYesOrNo } from '../texts/en/examples.ts'
import { examples as chinese, yesOrNo as chineseYesOrNo } from '../texts/zh/examples.ts'
import { typeName, type ValueType } from '../value-type.ts'
import type { Value } from '../value.ts'
import type { ExampleFault } from './judge-example.ts'

/** How values and fields are called where the sentence is read. */
export interface ExampleWords {
  value(value: Value): string
  field(name: string): string
}

function tellType(type: ValueType, locale: Locale): string {
  if (type.kind === 'boolean') return locale === 'zh' ? chineseYesOrNo : englishYesOrNo
  return tellTypes(typeName(type), locale)
}

/** Why a row is red, as a sentence. */
export function explainExample(fault: ExampleFault, locale: Locale, words: ExampleWords): string {
  const told: Readonly<Record<string, string>> = {
    ...('expected' in fault && { expected: words.value(fault.expected) }),
    ...('actual' in fault && { actual: words.value(fault.actual) }),
    ...('wanted' in fault && { wanted: tellType(fault.wanted, locale) }),
    ...('name' in fault && { name: words.field(fault.name) }),
    ...('problem' in fault && { problem: explainProblem(fault.problem, locale) }),
  }
  const sentence = (locale === 'zh' ? chinese : english)[fault.kind]
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => told[name] ?? '')
}
