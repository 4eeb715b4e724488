import { ProblemError } from '@pipewright/contract'
import { Icon } from '@pipewright/ui'
import { App, Button } from 'antd'
import { useRef, useState } from 'react'
import { useApi } from '../environment/api-context.ts'
import { LocalizedInput } from '../parts/localized-input.tsx'
import { NumberProperty } from '../parts/number-property.tsx'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import type { ElementSheetProps } from './element-sheet.ts'

const types = 'image/png,image/jpeg,image/gif,image/webp'

function Picture({ element, change }: ElementSheetProps<'image'>) {
  const t = useTexts()
  const api = useApi()
  const { message } = App.useApp()
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const upload = async (file: File) => {
    setBusy(true)
    try {
      const { id } = await api.uploadPicture(file)
      change({ ...element, file: id })
    } catch (error) {
      void message.error(error instanceof ProblemError ? error.problem.title : t('elements.notUploaded'))
    }
    setBusy(false)
  }
  const label = t(element.file === undefined ? 'elements.choosePicture' : 'elements.otherPicture')
  return (
    <Property label={t('elements.picture')} help={t('elements.pictureHelp')} group>
      {() => (
        <>
          <input
            ref={input}
            type="file"
            accept={types}
            hidden
            aria-label={label}
            onChange={(event) => {
              const [file] = event.target.files ?? []
              event.target.value = ''
              if (file !== undefined) void upload(file)
            }}
          />
          <Button block icon={<Icon name="upload" />} loading={busy} onClick={() => input.current?.click()}>
            {label}
          </Button>
        </>
      )}
    </Property>
  )
}

/** Which picture, what it shows, and how tall it may be. */
export function ImageSheet(props: ElementSheetProps<'image'>) {
  const { element, change } = props
  const t = useTexts()
  return (
    <>
      <Picture {...props} />
      <Property label={t('elements.alt')} help={t('elements.altHelp')} group>
        {() => (
          <LocalizedInput
            label={t('elements.alt')}
            value={element.alt}
            onCommit={(alt) => {
              const { alt: _, ...rest } = element
              change(Object.keys(alt).length === 0 ? rest : { ...rest, alt })
            }}
          />
        )}
      </Property>
      <NumberProperty
        label={t('elements.height')}
        value={element.height}
        min={24}
        max={800}
        onCommit={(height) => {
          const { height: _, ...rest } = element
          change(height === undefined ? rest : { ...rest, height })
        }}
      />
    </>
  )
}
