import { indexDefinition } from '@pipewright/metadata'
import type { Conversion } from '@pipewright/schemas'
import { useDesign } from '../environment/design-context.ts'
import { withoutEmpty } from '../documents/without-empty.ts'

export type ChangeConversion = (
  change: (conversion: Conversion) => { readonly [P in keyof Conversion]: Conversion[P] | undefined },
) => void

/** Changes a conversion as it is at that moment. */
export function useConversionChange(form: string, key: string): ChangeConversion {
  const { store, edit } = useDesign()
  return (change) => {
    const now = indexDefinition(store.state().definition)
      .conversionsOf(form)
      .find((one) => one.key === key)
    if (now !== undefined)
      edit({ type: 'putConversion', form, conversion: withoutEmpty<Conversion>(change(now)) })
  }
}
