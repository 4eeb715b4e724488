import type { EvaluationContext, LabelledScope, ValueType } from '@pipewright/logic'

const nobody = '00000000-0000-4000-8000-000000000000'

/** A value of a type to try a formula with when there is no record yet. */
export function exampleValue(type: ValueType, context: EvaluationContext, text: string): unknown {
  switch (type.kind) {
    case 'number':
      return '100'
    case 'text':
      return text
    case 'boolean':
      return true
    case 'date':
      return context.today
    case 'dateTime':
      return context.now
    case 'time':
      return '09:30'
    case 'record':
      return context.me ?? nobody
    case 'list':
      return [exampleValue(type.of, context, text), exampleValue(type.of, context, text)]
    case 'null':
    case 'any':
      return null
  }
}

/** What a person typed as an example, as the type reads it; undefined when it cannot be that. */
export function typedExample(type: ValueType, typed: string): unknown {
  const text = typed.trim()
  if (text === '') return null
  if (type.kind === 'list')
    return text
      .split(/[,，]/)
      .map((one) => typedExample(type.of, one))
      .filter((one) => one !== undefined)
  if (type.kind === 'number') return /^-?\d+(\.\d+)?$/.test(text) ? text : undefined
  if (type.kind === 'boolean') return ['true', 'yes', '是', '真', '1'].includes(text.toLowerCase())
  return text
}

/** Example values for paths, with those that were typed in their place. */
export function exampleRecord(
  paths: readonly (readonly string[])[],
  scope: LabelledScope,
  context: EvaluationContext,
  around: { readonly text: string; readonly typed: Readonly<Record<string, string>> },
): Record<string, unknown> {
  return Object.fromEntries(
    paths.flatMap((path) => {
      const key = path.join('.')
      const type = scope.resolve(path)
      if (type === undefined || key.startsWith('$')) return []
      const typed = around.typed[key]
      const own = typed === undefined ? undefined : typedExample(type, typed)
      return [[key, own === undefined ? exampleValue(type, context, around.text) : own]]
    }),
  )
}
