import { localize, type ElementOf } from '@pipewright/metadata'
import { useRenderer } from '../../environment/use-renderer.ts'
import { filledText } from './filled-text.tsx'

export function HeadingElement({ element }: { readonly element: ElementOf<'heading'> }) {
  const { locale } = useRenderer()
  return (
    <h3 className="pw-element-heading" data-size={element.size ?? 'large'}>
      {filledText(localize(element.text, locale))}
    </h3>
  )
}
