import { Icon } from '@pipewright/ui'
import { Button, Select } from 'antd'
import { useLocalized } from '../environment/use-localized.ts'
import { Property } from '../parts/property.tsx'
import { TypedInput } from '../parts/typed-input.tsx'
import { useTexts } from '../texts/use-texts.ts'
import type { PagePart } from './page-part.ts'

/** Fields that nobody sees and that take their value from the address of the page. */
export function FromAddress({ form, page, change }: PagePart) {
  const t = useTexts()
  const read = useLocalized()
  const texts = form.fields.filter(({ type }) => type === 'text' || type === 'longText')
  const lines = page.fromAddress ?? []
  const put = (next: typeof lines) => change({ fromAddress: next.length === 0 ? undefined : [...next] })
  const free = texts.find(({ key }) => lines.every(({ field }) => field !== key))
  return (
    <Property label={t('publicForms.fromAddress')} help={t('publicForms.fromAddressHelp')} group>
      {() => (
        <div className="pwd-lines">
          {lines.map((line, position) => (
            <div key={line.field} className="pwd-line">
              <TypedInput
                label={t('publicForms.parameter')}
                value={line.parameter}
                onCommit={(parameter) =>
                  /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/.test(parameter) &&
                  put(lines.map((one, at) => (at === position ? { ...one, parameter } : one)))
                }
              />
              <Select
                aria-label={t('publicForms.parameterField')}
                className="pwd-full"
                value={line.field}
                options={texts.map((field) => ({ value: field.key, label: read(field.label) }))}
                onChange={(field: string) =>
                  put(lines.map((one, at) => (at === position ? { ...one, field } : one)))
                }
              />
              <Button
                type="text"
                icon={<Icon name="delete" />}
                aria-label={t('publicForms.removeParameter', { name: line.parameter })}
                onClick={() => put(lines.filter((_, at) => at !== position))}
              />
            </div>
          ))}
          {free !== undefined && (
            <Button
              icon={<Icon name="plus" />}
              onClick={() => put([...lines, { parameter: `utm_${lines.length + 1}`, field: free.key }])}
            >
              {t('publicForms.addParameter')}
            </Button>
          )}
        </div>
      )}
    </Property>
  )
}
