import { makeKey, type DefinitionIndex } from '@pipewright/metadata'
import type { Conversion, ConversionStep, Form } from '@pipewright/schemas'
import { plainPath, suggestValues } from './suggest-values.ts'

/** Makes a record of a form, filled with what has the same name. */
export function newStep(
  index: DefinitionIndex,
  source: string,
  form: string,
  {
    made,
    all = made,
  }: { readonly made: readonly ConversionStep[]; readonly all?: readonly ConversionStep[] },
): ConversionStep {
  return {
    key: makeKey(form, new Set(all.map(({ key }) => key))),
    form,
    values: suggestValues(index, { form: source, made }, { form }),
  }
}

/** The form whose records most likely come next: one that points at this form, else another one. */
function formAfter(forms: readonly Form[], source: Form): Form {
  const others = forms.filter(({ key }) => key !== source.key)
  const pointed = new Set(source.fields.flatMap((field) => (field.type === 'relation' ? [field.form] : [])))
  const points = others.find(({ fields }) =>
    fields.some((field) => field.type === 'relation' && field.form === source.key),
  )
  return others.find(({ key }) => pointed.has(key)) ?? points ?? others[0] ?? source
}

export function newConversion(index: DefinitionIndex, source: Form): Conversion {
  const { key: form } = formAfter(index.definition.forms, source)
  const step = newStep(index, source.key, form, { made: [] })
  const updates = suggestUpdates(index, source.key, [step])
  return {
    key: makeKey('convert', new Set((source.conversions ?? []).map(({ key }) => key))),
    label: { en: 'Convert', zh: '转换' },
    creates: [step],
    ...(Object.keys(updates).length > 0 && { updates }),
    open: step.key,
  }
}

/** Fields of the source that can point at what was made. */
export function suggestUpdates(
  index: DefinitionIndex,
  source: string,
  made: readonly ConversionStep[],
  values: Conversion['updates'] = {},
): NonNullable<Conversion['updates']> {
  const found = suggestValues(index, { form: source, made }, { form: source }, values)
  return Object.fromEntries(
    Object.entries(found).filter(([, value]) => plainPath(value)?.startsWith('$created.') === true),
  )
}
