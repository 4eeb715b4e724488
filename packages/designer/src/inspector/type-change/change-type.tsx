import { typeChanges } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { Button } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import type { SheetSite } from '../sheets/sheet.ts'
import { TypeChangeDialog } from './type-change-dialog.tsx'

/** The way to another type, where values of this one can be converted. */
export function ChangeType({ field, site }: { readonly field: Field; readonly site: SheetSite }) {
  const t = useTexts()
  const [open, setOpen] = useState(false)
  if (typeChanges[field.type].length === 0) return null
  return (
    <>
      <Button size="small" type="link" className="pwd-change-type" onClick={() => setOpen(true)}>
        {t('typeChange.open')}
      </Button>
      {open && <TypeChangeDialog field={field} site={site} onClose={() => setOpen(false)} />}
    </>
  )
}
