import { mostFilesOf } from '@pipewright/metadata'
import type { AttachmentField } from '@pipewright/schemas'
import { Segmented, Select, Switch } from 'antd'
import { NumberProperty } from '../../parts/number-property.tsx'
import { Property } from '../../parts/property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import type { SheetProps } from './sheet.ts'

const megabyte = 1024 * 1024
const pictures = ['png', 'jpg', 'jpeg', 'gif', 'webp']
const usual = ['pdf', 'docx', 'xlsx', 'pptx', 'png', 'jpg', 'zip', 'csv', 'txt']

const cleaned = (types: readonly string[]): string[] | undefined => {
  const names = types
    .map((type) => type.trim().replace(/^\./, '').toLowerCase())
    .filter((type) => /^[a-z0-9]{1,10}$/.test(type))
  return names.length === 0 ? undefined : [...new Set(names)]
}

const displays = ['files', 'images', 'signature'] as const

type Part = Pick<SheetProps<AttachmentField>, 'field' | 'change'>

/** How many, how large, which kinds, and whether only the camera gives them. */
function FileLimits({ field, change }: Part) {
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
          label={t('inspector.minFiles')}
          value={field.minFiles}
          min={1}
          max={mostFilesOf(field)}
          onCommit={(minFiles) => change({ minFiles })}
        />
      </div>
      <div className="pwd-pair">
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
      <Property
        label={t('inspector.fileTypes')}
        help={t(field.display === 'images' ? 'inspector.imageTypesHelp' : 'inspector.fileTypesHelp')}
      >
        {(id) => (
          <Select
            id={id}
            mode="tags"
            className="pwd-full"
            value={field.types ?? []}
            options={(field.display === 'images' ? pictures : usual).map((value) => ({ value }))}
            onChange={(types: string[]) => change({ types: cleaned(types) })}
          />
        )}
      </Property>
      <Property label={t('inspector.capture')} help={t('inspector.captureHelp')} inline>
        {(id) => (
          <Switch
            id={id}
            size="small"
            checked={field.capture === true}
            onChange={(capture) => change({ capture: capture ? true : undefined })}
          />
        )}
      </Property>
    </>
  )
}

export function AttachmentSheet({ field, change }: SheetProps<AttachmentField>) {
  const t = useTexts()
  const display = field.display ?? 'files'
  return (
    <>
      <Property label={t('inspector.presentation')} group>
        {() => (
          <Segmented
            block
            size="small"
            aria-label={t('inspector.presentation')}
            value={display}
            options={displays.map((value) => ({ value, label: t(`inspector.attachment_${value}`) }))}
            onChange={(next) =>
              change({
                display: next === 'files' ? undefined : next,
                types: undefined,
                ...(next === 'signature' ? { maxFiles: 1, minFiles: undefined, capture: undefined } : {}),
              })
            }
          />
        )}
      </Property>
      {display !== 'signature' && <FileLimits field={field} change={change} />}
    </>
  )
}
