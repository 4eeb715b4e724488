import { localize, type ElementOf } from '@pipewright/metadata'
import { useSay } from '@pipewright/ui'
import { Button, type ButtonProps } from 'antd'
import { useCallback, useState, useSyncExternalStore } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { useButtonPress, type ButtonPress } from './button-press.ts'
import { useShownValues } from './shown-values.ts'

interface ButtonElementProps {
  readonly element: ElementOf<'button'>
}

const looks: Readonly<Record<NonNullable<ElementOf<'button'>['look']>, ButtonProps>> = {
  primary: { type: 'primary' },
  danger: { danger: true },
  link: { type: 'link' },
}

const lookOf = ({ look }: ElementOf<'button'>): ButtonProps => (look === undefined ? {} : looks[look])

function useHindrance(button: string) {
  const values = useShownValues()
  const subscribe = useCallback((listener: () => void) => values.subscribe(null, listener), [values])
  return useSyncExternalStore(subscribe, () => values.hindrance?.(button) ?? null)
}

function LiveButton({ element, press }: ButtonElementProps & { readonly press: ButtonPress }) {
  const { locale } = useRenderer()
  const t = useTexts()
  const { modal } = useSay()
  const [busy, setBusy] = useState(false)
  const hindrance = useHindrance(element.key)
  const label = localize(element.label, locale)
  const question = localize(element.confirm, locale)
  const why =
    hindrance === null
      ? undefined
      : t(hindrance === 'unsaved' ? 'form.buttonUnsaved' : 'form.buttonCondition')
  const go = async () => {
    setBusy(true)
    await press(element).finally(() => setBusy(false))
  }
  const ask = () =>
    modal.confirm({
      title: label,
      content: question,
      okText: label,
      okButtonProps: { danger: element.look === 'danger' },
      onOk: () => void go(),
    })
  return (
    <>
      <Button
        {...lookOf(element)}
        loading={busy}
        disabled={hindrance !== null}
        onClick={() => (question === '' ? void go() : ask())}
      >
        {label}
      </Button>
      {why !== undefined && <span className="pw-help pw-element-why">{why}</span>}
    </>
  )
}

/** A button among the fields of a saved record; as a picture where the form is being built. */
export function ButtonElement({ element }: ButtonElementProps) {
  const { locale } = useRenderer()
  const press = useButtonPress()
  const { word, record } = useShownValues()
  if (word !== undefined)
    return (
      <div>
        <Button {...lookOf(element)}>{localize(element.label, locale)}</Button>
      </div>
    )
  return press === null || record === undefined ? null : <LiveButton element={element} press={press} />
}
