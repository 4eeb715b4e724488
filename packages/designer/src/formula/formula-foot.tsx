import { formulaFunctions, type TracedPart } from '@pipewright/logic'
import { useDesign } from '../environment/design-context.ts'
import { partAt } from './code/part-at.ts'
import { callAt } from './names/name-entries.ts'

/** The function the caret is in, with the parameter that is being written in bold. */
function Signature({ text, caret }: { readonly text: string; readonly caret: number }) {
  const { locale } = useDesign()
  const call = callAt(text, caret)
  const wanted = call?.name.toUpperCase()
  const found = formulaFunctions.find(
    ({ name, aliases }) => name === wanted || aliases.some((alias) => alias.toUpperCase() === wanted),
  )
  if (call === null || found === undefined) return null
  const params = found.params[locale]
  const at = Math.min(call.at, params.length - 1)
  return (
    <p className="pwd-formula-signature">
      <code>
        {found.name}(
        {params.map((param, index) => (
          <span key={`${param}${index}`} data-now={index === at ? '' : undefined}>
            {index > 0 && ', '}
            {param}
          </span>
        ))}
        )
      </code>{' '}
      {found.help[locale]}
    </p>
  )
}

export interface FormulaFootProps {
  readonly text: string
  readonly caret: number
  readonly parts: readonly TracedPart[]
  readonly tell: (part: TracedPart) => string
}

/** What the place of the caret is about: the function around it, and what the part there gives. */
export function FormulaFoot({ text, caret, parts, tell }: FormulaFootProps) {
  const part = partAt(parts, caret)
  const isWhole = part !== undefined && part.from === 0 && part.to === text.length
  return (
    <div className="pwd-formula-foot">
      <Signature text={text} caret={caret} />
      {part !== undefined && !part.isLiteral && !isWhole && (
        <p role="status" className="pwd-formula-part">
          <code>{text.slice(part.from, part.to)}</code> {tell(part)}
        </p>
      )}
    </div>
  )
}
