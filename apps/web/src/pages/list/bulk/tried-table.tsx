import type { BulkPreview, JsonValue, RecordAnswer } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { FieldValue, useRenderer } from '@pipewright/renderer'
import { useText } from '../../../texts/use-text.ts'

const mostShown = 6

const differs = (one: JsonValue | undefined, other: JsonValue | undefined): boolean =>
  JSON.stringify(one ?? null) !== JSON.stringify(other ?? null)

/** Paths of what is another after it than before. */
function changedPaths(before: RecordAnswer, after: RecordAnswer): string[] {
  const paths = Object.keys({ ...before.values, ...after.values }).filter((path) =>
    differs(before.values[path], after.values[path]),
  )
  return [...(before.owner === after.owner ? [] : ['owner']), ...paths]
}

const valueAt = (record: RecordAnswer, path: string): JsonValue =>
  path === 'owner' ? record.owner : (record.values[path] ?? null)

interface ChangesProps {
  readonly form: string
  readonly before: RecordAnswer
  readonly after: RecordAnswer
  /** Said where no value becomes another. */
  readonly same: string | null
}

function Changes({ form, before, after, same }: ChangesProps) {
  const { index, locale } = useRenderer()
  const text = useText()
  const paths = changedPaths(before, after)
  if (paths.length === 0) return same === null ? null : <span className="bulk-old">{same}</span>
  return (
    <div className="bulk-value">
      {paths.slice(0, mostShown).flatMap((path) => {
        const found = index.field(form, path)
        if (found === undefined) return []
        const { field } = found
        return [
          <span key={`${path} name`}>{localize(field.label, locale)}</span>,
          <div key={path}>
            <div className="bulk-old">
              <FieldValue field={field} value={valueAt(before, path)} titles={before.titles} />
            </div>
            <div>
              <span className="pw-hidden-text">{text('bulkBecomes')}</span>
              <FieldValue field={field} value={valueAt(after, path)} titles={after.titles} />
            </div>
          </div>,
        ]
      })}
      {paths.length > mostShown && <span>{text('bulkMoreFields', { count: paths.length - mostShown })}</span>}
    </div>
  )
}

interface TriedTableProps {
  readonly form: string
  readonly rows: BulkPreview['rows']
  /** They are submitted for approval, which need not change a value. */
  readonly submits?: boolean
}

/** Records before and after, or why they are refused. */
export function TriedTable({ form, rows, submits = false }: TriedTableProps) {
  const text = useText()
  const { index } = useRenderer()
  const isNumbered = index.field(form, index.form(form)?.titleField ?? '')?.field.type === 'autoNumber'
  return (
    <div className="bulk-tried">
      <table aria-label={text('bulkTried')}>
        <thead>
          <tr>
            <th scope="col">{text('bulkRecord')}</th>
            <th scope="col">{text('bulkOldAndNew')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ before, after, refusal, warnings, along, relations }) => (
            <tr key={before.id}>
              <td className={isNumbered ? 'pw-whole' : undefined}>{before.title}</td>
              <td>
                {refusal !== null && (
                  <div className="bulk-refused">
                    {[refusal.message, ...refusal.errors.map(({ message }) => message)].join(' ')}
                  </div>
                )}
                {submits && refusal === null && <div>{text('bulkSubmitted')}</div>}
                {refusal === null && after !== null && after.deleted_at === before.deleted_at && (
                  <Changes
                    form={form}
                    before={before}
                    after={after}
                    same={submits ? null : text('bulkSame')}
                  />
                )}
                {after !== null && after.deleted_at !== null && <div>{text('bulkGoes')}</div>}
                {after !== null && before.deleted_at !== null && after.deleted_at === null && (
                  <div>{text('bulkComesBack')}</div>
                )}
                {along > 0 && <div>{text('bulkAlong', { count: along })}</div>}
                {relations > 0 && <div>{text('bulkRelations', { count: relations })}</div>}
                {warnings.map(({ message, pointer }) => (
                  <div key={`${pointer} ${message}`}>{message}</div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
