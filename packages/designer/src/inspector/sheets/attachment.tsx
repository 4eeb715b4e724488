import type { AttachmentField } from '@pipewright/schemas'
import { Select } from 'antd'
import { NumberProperty } from '../../parts/number-property.tsx'
import { Property } from '../../parts/property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import type { SheetProps } from './sheet.ts'

const megabyte = 1024 * 1024
const usual = ['pdf', 'docx', 'xlsx', 'pptx', 'png', 'jpg', 'zip', 'csv', 'txt']

const cleaned = (types: readonly string[]): string[] | undefined => {
  const names = types
    .map((type) => type.trim().replace(/^\./, '').toLowerCase())
    .filter((type) => /^[a-z0-9]{1,10}$/.test(type))
  return names.length === 0 ? undefined : [...new Set(names)]
}

export function AttachmentSheet({ field, change }: SheetProps<AttachmentField>) {
  const t = useTexts()
  const size = field.maxBytes === undefined ? undefined : Math.round(field.maxBytes / megabyte)
  return (
    <>
      <div className="pwd-pair">
        <NumberProperty
          label={t('inspector.maxFiles')}
          value={field.maxFiles}
          min={1}
          max={100}
          onCommit={(maxFiles) => change({ maxFiles })}
        />
        <NumberProperty
          label={t('inspector.maxSize')}
          value={size}
          min={1}
          max={100}
          onCommit={(megabytes) =>
            change({ maxBytes: megabytes === undefined ? undefined : megabytes * megabyte })
          }
        />
      </div>
      <Property label={t('inspector.fileTypes')} help={t('inspector.fileTypesHelp')}>
        {(id) => (
          <Select
            id={id}
            mode="tags"
            className="pwd-full"
            value={field.types ?? []}
            options={usual.map((value) => ({ value }))}
            onChange={(types: string[]) => change({ types: cleaned(types) })}
          />
        )}
      </Property>
    </>
  )
}
