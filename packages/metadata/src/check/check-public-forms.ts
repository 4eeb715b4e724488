import type { AppDefinition } from '@pipewright/schemas'
import { specOfElement } from '../layout-elements/index.ts'
import { elementsOf } from '../layout-items.ts'
import { toPointer } from '../pointer.ts'
import { type Problem, problem } from '../problem.ts'

/** Public forms show only elements that are there and may be shown to anybody. */
export const checkPublicForms = ({ forms }: AppDefinition): Problem[] =>
  forms.flatMap((form, position) => {
    const known = new Set(elementsOf(form).flatMap((one) => (specOfElement(one).isPublic ? [one.key] : [])))
    return (form.publicForms ?? []).flatMap(({ elements = [] }, page) =>
      elements.flatMap((key, place) =>
        known.has(key)
          ? []
          : [
              problem(
                'unknown-target',
                toPointer(['forms', position, 'publicForms', page, 'elements', place]),
                {
                  what: 'element',
                  key,
                },
              ),
            ],
      ),
    )
  })
