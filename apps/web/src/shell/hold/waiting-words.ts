import type { Waiting } from '@pipewright/contract'
import type { HoldText } from './use-hold-text.ts'

/** "3 notifications by e-mail, 2 reminders"; empty when nothing waits. */
export function waitingWords({ mails, pushes, reminders, more }: Waiting, text: HoldText): string {
  const said = [
    ...(mails > 0 ? [text('mails', { count: mails })] : []),
    ...(pushes > 0 ? [text('pushes', { count: pushes })] : []),
    ...(reminders > 0 ? [text(more ? 'moreReminders' : 'reminders', { count: reminders })] : []),
  ]
  return said.join(text('comma'))
}
