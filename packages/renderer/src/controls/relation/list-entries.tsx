import { Icon } from '@pipewright/ui'
import { Button, Divider } from 'antd'
import { useTexts } from '../../texts/use-texts.ts'

export interface ListEntriesProps {
  readonly formName: string
  readonly typed: string
  readonly onBrowse: () => void
  /** Where a new record may be made. */
  readonly onCreate: (() => void) | undefined
}

/** Last entries of the list: all records with their columns, and a new record, named as typed. */
export function ListEntries({ formName, typed, onBrowse, onCreate }: ListEntriesProps) {
  const t = useTexts()
  const entry = {
    type: 'text',
    block: true,
    className: 'pw-align-start',
    onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault(),
  } as const
  return (
    <>
      <Divider className="pw-thin" />
      <Button {...entry} icon={<Icon name="table" />} onClick={onBrowse}>
        {t('control.browse')}
      </Button>
      {onCreate !== undefined && (
        <Button {...entry} icon={<Icon name="plus" />} onClick={onCreate}>
          {typed === ''
            ? t('control.createRecord', { form: formName })
            : t('control.createNamed', { form: formName, text: typed })}
        </Button>
      )}
    </>
  )
}
