import { elementName, localize, specOfElement, type Locale } from '@pipewright/metadata'
import { ElementPicture } from '@pipewright/renderer'
import type { Form, LayoutElement } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { memo } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import { CardButtons, CardFrame, type CardPlace } from './card-frame.tsx'

export interface CanvasElementProps extends CardPlace {
  readonly form: Form
  readonly element: LayoutElement
  readonly locale: Locale
}

type PartsProps = Pick<CanvasElementProps, 'form' | 'element' | 'locale'>

/** As it will look, with the names of fields in place of their values. */
const ElementLook = memo(function ElementLook({ form, element, locale }: PartsProps) {
  const t = useTexts()
  return (
    <div className="pwd-field-look" inert>
      <ElementPicture form={form} element={element} locale={locale} />
      {element.when !== undefined && (
        <span className="pwd-field-help">
          <Icon name="eye" /> {t('elements.conditional')}
        </span>
      )}
    </div>
  )
})

/** An element of the layout on the canvas. */
export const CanvasElement = memo(function CanvasElement({
  form,
  element,
  locale,
  ...place
}: CanvasElementProps) {
  const t = useTexts()
  const type = localize(specOfElement(element).label, locale)
  const label = localize(elementName(element), locale)
  return (
    <CardFrame item={element.key} {...place}>
      {(card) => (
        <>
          <ElementLook {...{ form, element, locale }} />
          <CardButtons
            item={element.key}
            label={label}
            name={label === type ? type : t('canvas.fieldName', { label, type })}
            {...card}
          />
        </>
      )}
    </CardFrame>
  )
})
