import { hoverTooltip } from '@codemirror/view'
import { partAt } from './part-at.ts'
import type { Current } from './current.ts'

/** What the part under the pointer gives. */
export const formulaHover = (current: Current) =>
  hoverTooltip((_, position) => {
    const { parts, tell } = current()
    const part = partAt(parts, position)
    if (part === undefined || part.isLiteral) return null
    return {
      pos: part.from,
      end: part.to,
      above: true,
      create: (view) => {
        const dom = document.createElement('div')
        dom.className = 'pwd-code-value'
        const name = document.createElement('code')
        name.textContent = view.state.sliceDoc(part.from, part.to)
        dom.append(name, document.createTextNode(` ${tell(part)}`))
        return { dom }
      },
    }
  })
