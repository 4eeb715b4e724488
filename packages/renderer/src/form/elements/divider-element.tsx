import { localize, type ElementOf } from '@pipewright/metadata'
import { useRenderer } from '../../environment/use-renderer.ts'
import { filledText } from './filled-text.tsx'

export function DividerElement({ element }: { readonly element: ElementOf<'divider'> }) {
  const { locale } = useRenderer()
  const label = localize(element.label, locale)
  if (label === '') return <hr className="pw-element-line" />
  return <div className="pw-element-line">{filledText(label)}</div>
}
