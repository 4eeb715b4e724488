import type { RecordAnswer } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { useState } from 'react'
import { sameValue } from '../environment/same-value.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { useTexts } from '../texts/use-texts.ts'

/** A quiet line that says who changed which fields while one looked on; what is shown below is the record as it is now. */
export function ChangedByOthers({ form, record }: { readonly form: Form; readonly record: RecordAnswer }) {
  const { me, locale, titles } = useRenderer()
  const t = useTexts()
  const [seen, setSeen] = useState(record)
  const [changed, setChanged] = useState<readonly string[]>([])
  if (seen !== record) {
    setSeen(record)
    const now = form.fields.filter(({ key }) => !sameValue(seen.values[key], record.values[key]))
    if (seen.version !== record.version)
      setChanged(
        record.updated_by === me
          ? []
          : [...new Set([...changed, ...now.map(({ label }) => localize(label, locale))])],
      )
  }
  const who = record.updated_by ?? ''
  const name = record.titles[who] ?? titles.find(who) ?? t('record.somebody')
  const fields = new Intl.ListFormat(locale === 'zh' ? 'zh-CN' : 'en', { type: 'conjunction' }).format(
    changed,
  )
  return (
    <div role="status">
      {changed.length > 0 && (
        <div className="pw-changed">
          <Icon name="edit" />
          <span>{t('record.changedNow', { who: name, fields })}</span>
          <Button type="link" size="small" onClick={() => setChanged([])}>
            {t('record.changedSeen')}
          </Button>
        </div>
      )}
    </div>
  )
}
