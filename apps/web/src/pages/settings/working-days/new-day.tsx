import type { SpecialDay } from '@pipewright/contract'
import { parseDate } from '@pipewright/renderer'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { DayInput } from '../../todo/moment-inputs.tsx'
import { useSettingsText } from '../use-settings-text.ts'

/** Lists one more day. */
export function NewDay({ onAdd }: { readonly onAdd: (day: SpecialDay) => void }) {
  const t = useSettingsText()
  const [day, setDay] = useState('')
  const [name, setName] = useState('')
  const [works, setWorks] = useState(false)
  const add = () => {
    onAdd({ day, name: name.trim(), works })
    setDay('')
  }
  return (
    <div className="work-new" role="group" aria-label={t('workAdd')}>
      <DayInput id="work-day" label={t('workDay')} value={day} onChange={setDay} />
      <Input
        aria-label={t('workName')}
        placeholder={t('workName')}
        maxLength={60}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <Select
        aria-label={t('workKind')}
        value={works}
        onChange={setWorks}
        options={[
          { value: false, label: t('workOff') },
          { value: true, label: t('workOn') },
        ]}
      />
      <Button disabled={parseDate(day) === null} onClick={add}>
        {t('workAdd')}
      </Button>
    </div>
  )
}
