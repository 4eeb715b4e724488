import { typeName, type TracedPart, type Value, type ValueType } from '@pipewright/logic'
import { useRenderer } from '@pipewright/renderer'
import { useMemo } from 'react'
import { useDesign } from '../../environment/design-context.ts'
import { useTexts, type TextKey } from '../../texts/use-texts.ts'
import { tellValue, type Telling } from './tell-value.ts'
import type { Sample } from './use-sample.ts'

export interface TellPart {
  readonly value: (value: Value | undefined, type: ValueType | undefined) => string
  /** "= 120.50 (a number)" */
  readonly part: (part: TracedPart) => string
}

/** Says what formulas and their parts give, in the language and zone of who designs. */
export function useTellPart({ titles }: Pick<Sample, 'titles'>): TellPart {
  const t = useTexts()
  const { locale } = useDesign()
  const { zone, titles: book } = useRenderer()
  return useMemo(() => {
    const telling: Telling = {
      locale,
      zone,
      title: (id) => titles[id] ?? book.find(id),
      words: {
        yes: t('formula.yes'),
        no: t('formula.no'),
        empty: t('formula.empty'),
        record: t('formula.record'),
        notReached: t('formula.notReached'),
      },
    }
    const value: TellPart['value'] = (one, type) => tellValue(one, type ?? { kind: 'any' }, telling)
    return {
      value,
      part(part) {
        if (part.value === undefined) return t('formula.notReached')
        const kind = typeName(part.type).split(' ')[0] ?? 'any'
        return t('formula.part', {
          value: value(part.value, part.type),
          type: t(`formula.${kind}` as TextKey),
        })
      },
    }
  }, [t, locale, zone, titles, book])
}
