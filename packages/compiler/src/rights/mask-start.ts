import type { Form, OriginField } from '@pipewright/schemas'
import { knownValues, knows, type MaskScope } from './mask-scope.ts'

type Start = NonNullable<Form['start']>

/** Starting values whose fields and sources may be known; of what is left out nothing is told. */
export function maskStart(scope: MaskScope, { key, typeField, start }: Form): { start?: Start } {
  if (start === undefined) return {}
  const known = (field: string) => knows(scope, key, field)
  const types = typeField === undefined || !known(typeField) ? undefined : start.types
  const from = start.from?.flatMap((one) => {
    const open = (pair: OriginField) =>
      known(pair.to) && (pair.from === 'id' || knows(scope, one.form, pair.from))
    const [first, ...rest] = scope.form(one.form) ? one.fields.filter(open) : []
    return first === undefined ? [] : [{ ...one, fields: [first, ...rest] as typeof one.fields }]
  })
  return {
    start: {
      ...(types && {
        types: types.map((one) => ({ ...one, values: knownValues(scope, key, key, one.values) })),
      }),
      ...(from && { from }),
      ...(start.last && { last: start.last.filter(known) }),
      ...(start.presets && {
        presets: start.presets
          .map((one) => ({ ...one, values: knownValues(scope, key, key, one.values) }))
          .filter(({ values }) => Object.keys(values).length > 0),
      }),
    },
  }
}
