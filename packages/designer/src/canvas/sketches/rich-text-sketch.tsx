import type { RichTextField } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { literalDefault } from './literal-default.ts'
import type { SketchProps } from './sketch.ts'

const tools = ['bold', 'italic', 'underline', 'multi-select', 'ordered-list', 'link']

/** The toolbar and the first lines of an editor. */
export function RichTextSketch({ field }: SketchProps<RichTextField>) {
  return (
    <div className="pwd-rich" aria-hidden="true">
      <div className="pwd-rich-tools">
        {tools.map((name) => (
          <Icon key={name} name={name} />
        ))}
      </div>
      <div className="pwd-rich-text">{literalDefault(field)}</div>
    </div>
  )
}
