import { localize, type ElementOf } from '@pipewright/metadata'
import { Icon } from '@pipewright/ui'
import { RichTextValue } from '../../controls/rich-text/rich-text-value.tsx'
import { useRenderer } from '../../environment/use-renderer.ts'
import { filledText } from './filled-text.tsx'

const icons = { info: 'info', success: 'check', warning: 'warning' } as const

/** Formatted text; parsed by the allow-list once more, so that nothing else is ever drawn. */
export function TextElement({ element }: { readonly element: ElementOf<'text'> }) {
  const { locale } = useRenderer()
  const { tone } = element
  return (
    <div className="pw-element-text" data-tone={tone}>
      {tone !== undefined && <Icon name={icons[tone]} />}
      <RichTextValue html={localize(element.html, locale)} fill={filledText} />
    </div>
  )
}
