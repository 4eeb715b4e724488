import { localize, type ElementOf } from '@pipewright/metadata'
import { useSay, useUiLocale } from '@pipewright/ui'

/** Does what a button is for, after asking where it wants that; `title` heads the question. */
export function useAsking() {
  const locale = useUiLocale()
  const { modal } = useSay()
  return (button: ElementOf<'button'>, title: string, go: () => void) => {
    const question = localize(button.confirm, locale)
    if (question === '') return go()
    modal.confirm({
      title,
      content: question,
      okText: localize(button.label, locale),
      okButtonProps: { danger: button.look === 'danger' },
      onOk: go,
    })
  }
}
