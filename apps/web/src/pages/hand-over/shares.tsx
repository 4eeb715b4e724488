import type { AnswerOf, Routes, Thing } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { useCount } from '@pipewright/renderer'
import { useUiLocale } from '@pipewright/ui'
import { Alert } from 'antd'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { ownTexts } from './own-things.tsx'

/** Who would get how much, and what would stay or not be seen. */
export function Shares({ preview }: { readonly preview: AnswerOf<Routes['previewHandOver']> }) {
  const { definition, people } = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const said = useCount()
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? ''
  const labelOf = (key: string | null, thing: Thing | null = null) =>
    key === null
      ? text(thing === null || thing === 'approvals' ? 'handOverTasks' : ownTexts[thing])
      : localize(definition.forms.find((form) => form.key === key)?.labelPlural, locale) || key
  return (
    <>
      <div className="bulk-tried">
        <table aria-label={text('handOverShares')}>
          <thead>
            <tr>
              <th scope="col">{text('handOverWhat')}</th>
              <th scope="col">{text('handOverTo')}</th>
              <th scope="col">{text('handOverCount')}</th>
            </tr>
          </thead>
          <tbody>
            {preview.shares.map(({ form, thing, to, count }) => (
              <tr key={`${form ?? thing ?? ''} ${to}`}>
                <td>{labelOf(form, thing)}</td>
                <td>{nameOf(to)}</td>
                <td>{said(count, true)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {preview.kept.map(({ form, count }) => (
        <Alert
          key={form}
          type="warning"
          showIcon
          title={text('handOverKept', { form: labelOf(form), count: said(count, true) })}
        />
      ))}
      {preview.blind.map(({ form, member }) => (
        <Alert
          key={`${form} ${member}`}
          type="warning"
          showIcon
          title={text('handOverBlind', { form: labelOf(form), member: nameOf(member) })}
        />
      ))}
    </>
  )
}
