import { patternProblem } from '@pipewright/metadata'
import type { TextField } from '@pipewright/schemas'
import { LocalizedInput } from '../../parts/localized-input.tsx'
import { Property } from '../../parts/property.tsx'
import { SelectProperty } from '../../parts/select-property.tsx'
import { TypedInput } from '../../parts/typed-input.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import type { SheetProps } from './sheet.ts'
import { TextLength } from './text-length.tsx'

const formats = ['plain', 'idCard', 'postcode', 'scan', 'pattern'] as const

type Part = Pick<SheetProps<TextField>, 'field' | 'change'>

function OwnPattern({ field, change }: Part) {
  const t = useTexts()
  const reason = field.pattern === undefined ? undefined : patternProblem(field.pattern)
  return (
    <>
      <Property
        label={t('inspector.pattern')}
        help={
          reason === undefined ? (
            t('inspector.patternHelp')
          ) : (
            <span className="pwd-problem">{t('inspector.badPattern', { reason })}</span>
          )
        }
      >
        {(id) => (
          <TypedInput
            id={id}
            value={field.pattern ?? ''}
            onCommit={(pattern) => change({ pattern: pattern === '' ? undefined : pattern })}
            {...(reason === undefined ? {} : { status: 'error' as const })}
          />
        )}
      </Property>
      <Property label={t('inspector.patternMessage')} group>
        {() => (
          <LocalizedInput
            label={t('inspector.patternMessage')}
            value={field.patternMessage}
            onCommit={(message) =>
              change({ patternMessage: Object.keys(message).length === 0 ? undefined : message })
            }
          />
        )}
      </Property>
    </>
  )
}

/** What the text has to look like and how long it may be. */
export function TextSheet(props: SheetProps<TextField>) {
  const { field, change } = props
  const t = useTexts()
  const format = field.format ?? 'plain'
  return (
    <>
      <SelectProperty
        label={t('inspector.format')}
        value={format}
        options={formats.map((one) => ({ value: one, label: t(`inspector.format_${one}`) }))}
        onCommit={(next) =>
          change({
            format: next === 'plain' ? undefined : next,
            pattern: next === 'pattern' ? '.*' : undefined,
            patternMessage: undefined,
          })
        }
      />
      {format === 'pattern' && <OwnPattern field={field} change={change} />}
      <TextLength {...props} />
    </>
  )
}
