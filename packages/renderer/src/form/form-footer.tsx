import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import type { RecordFormProps } from './record-form-props.ts'
import type { FormStore } from './store/form-store.ts'
import { useFormState } from './store/use-field.ts'

export interface FormFooterProps extends Pick<
  RecordFormProps,
  'mode' | 'onCancel' | 'submitText' | 'mayRepeat' | 'buttons'
> {
  readonly store: FormStore
  readonly busy: boolean
  /** What stands before the buttons, and pushes them to the end. */
  readonly lead?: ReactNode
}

/** Save and cancel, and how much is not saved yet. */
export function FormFooter(props: FormFooterProps) {
  const { store, busy, mode, onCancel, submitText, mayRepeat, buttons, lead } = props
  const t = useTexts()
  const { changed } = useFormState(store)
  const isNew = mode === 'create'
  // Inline editing shows its bar only once there is something to save; a new record always can be.
  if (buttons === 'sticky' && !isNew && changed === 0) return null
  return (
    <div className={buttons === 'sticky' ? 'pw-form-foot pw-sticky' : 'pw-form-foot'}>
      {lead}
      {!isNew && changed > 0 && <span className="pw-quiet">{t('form.unsaved', { count: changed })}</span>}
      {lead === undefined && <span className="pw-grow" />}
      {onCancel !== undefined && (
        <Button onClick={onCancel}>{isNew || changed === 0 ? t('form.cancel') : t('form.discard')}</Button>
      )}
      {mayRepeat === true && (
        <Button htmlType="submit" name="again" disabled={busy}>
          {t('form.createAgain')}
        </Button>
      )}
      <Button type="primary" htmlType="submit" loading={busy} disabled={!isNew && changed === 0}>
        {submitText ?? (isNew ? t('form.create') : t('form.save'))}
      </Button>
    </div>
  )
}
