import type { TypeChange } from '@pipewright/contract'
import { Icon } from '@pipewright/ui'
import { Alert, Spin } from 'antd'
import { useTexts } from '../../texts/use-texts.ts'
import type { TypePreview } from './use-type-preview.ts'

function Examples({ examples }: Pick<TypeChange, 'examples'>) {
  const t = useTexts()
  if (examples.length === 0) return null
  return (
    <table className="pwd-dry-run">
      <thead>
        <tr>
          <th scope="col">{t('typeChange.was')}</th>
          <th scope="col">{t('typeChange.becomes')}</th>
        </tr>
      </thead>
      <tbody>
        {examples.map(({ was, becomes }) => (
          <tr key={was}>
            <td>{was}</td>
            <td>{becomes}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Counts({ filled, converts, changes, keeps, kept, examples, field }: TypeChange) {
  const t = useTexts()
  const options = field.type === 'choice' ? (field.options ?? []).length : 0
  if (filled === 0)
    return <Alert type="info" showIcon icon={<Icon name="info" />} title={t('typeChange.noValues')} />
  return (
    <div className="pwd-dry-run-part" role="status">
      <p>
        <Icon name="check" /> {t('typeChange.converts', { count: converts, filled })}
      </p>
      {changes > 0 && <p className="pwd-quiet">{t('typeChange.changes', { count: changes })}</p>}
      {options > 0 && <p className="pwd-quiet">{t('typeChange.options', { count: options })}</p>}
      <Examples examples={examples} />
      {keeps > 0 && (
        <Alert
          type="warning"
          showIcon
          icon={<Icon name="warning" />}
          title={t('typeChange.keeps', { count: keeps })}
          description={
            <>
              {t('typeChange.keepsText')}
              <ul className="pwd-places">
                {kept.map((value) => (
                  <li key={value}>{value}</li>
                ))}
              </ul>
            </>
          }
        />
      )}
    </div>
  )
}

/** What becomes of the values that are there: how many convert, which do not, and that nothing is lost. */
export function DryRun({ preview }: { readonly preview: TypePreview }) {
  const t = useTexts()
  if (preview.isError)
    return <Alert type="error" showIcon icon={<Icon name="warning" />} title={t('typeChange.failed')} />
  if (preview.data === undefined) return <Spin aria-label={t('typeChange.counting')} />
  return (
    <>
      <Counts {...preview.data} />
      <p className="pwd-quiet">{t('typeChange.safe')}</p>
    </>
  )
}
