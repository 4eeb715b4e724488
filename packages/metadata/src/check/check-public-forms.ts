import type { AppDefinition, Form } from '@pipewright/schemas'
import { specOfElement } from '../layout-elements/index.ts'
import { elementsOf } from '../layout-items.ts'
import { toPointer } from '../pointer.ts'
import { tellsApart } from '../public-find.ts'
import { type Problem, problem } from '../problem.ts'

/** Only whoever has to do with the record knows it; a field that is not there is said elsewhere. */
const isTold = ({ fields }: Form, key: string): boolean => {
  const field = fields.find((one) => one.key === key)
  return field === undefined || tellsApart(field)
}

/** Public forms show only elements that are there and may be shown to anybody. */
export const checkPublicForms = ({ forms }: AppDefinition): Problem[] =>
  forms.flatMap((form, position) => {
    const known = new Set(elementsOf(form).flatMap((one) => (specOfElement(one).isPublic ? [one.key] : [])))
    return (form.publicForms ?? []).flatMap(({ elements = [], find }, page) => [
      ...(find === undefined || find.by.some((key) => isTold(form, key))
        ? []
        : [problem('finds-too-much', toPointer(['forms', position, 'publicForms', page, 'find', 'by']), {})]),
      ...elements.flatMap((key, place) =>
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
    ])
  })
