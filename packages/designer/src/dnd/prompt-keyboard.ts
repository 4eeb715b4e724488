import { KeyboardSensor, type KeyboardSensorProps } from '@dnd-kit/core'

/**
 * Carries by keyboard, and hears every key from the moment something is lifted. The sensor of the library begins to listen
 * a moment later, so that the key that lifts does not drop at once; on a busy page a key pressed meanwhile was lost.
 */
export class PromptKeyboardSensor extends KeyboardSensor {
  constructor(props: KeyboardSensorProps) {
    super(props)
    const page = (props.event.target as Node | null)?.ownerDocument ?? document
    const early: KeyboardEvent[] = []
    const keep = (event: KeyboardEvent) => {
      if (event === props.event) return
      event.preventDefault()
      event.stopImmediatePropagation()
      early.push(event)
    }
    page.addEventListener('keydown', keep, true)
    // Timers of one length end in their order: by now the sensor listens.
    setTimeout(() => {
      page.removeEventListener('keydown', keep, true)
      for (const { code, key } of early)
        page.dispatchEvent(new KeyboardEvent('keydown', { code, key, cancelable: true }))
    })
  }
}
