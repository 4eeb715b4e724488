import type { AppDefinition } from '@pipewright/schemas'
import { asksWho } from '../asks-who.ts'
import { toPointer } from '../pointer.ts'
import { type Problem, problem } from '../problem.ts'

/** A reminder ends some day, and it is sent in nobody's name, so that it cannot ask who looks. */
export const checkReminders = ({ forms }: AppDefinition): Problem[] =>
  forms.flatMap((form, position) =>
    (form.reminders ?? []).flatMap(({ label, when, repeat }, place) => {
      const at = ['forms', position, 'reminders', place]
      const isEndless = repeat !== undefined && repeat.times === undefined && when === undefined
      return [
        ...(isEndless
          ? [problem('reminder-endless', toPointer([...at, 'repeat']), { reminder: label })]
          : []),
        ...(when !== undefined && asksWho(when)
          ? [problem('reminder-asks-who', toPointer([...at, 'when']), { reminder: label })]
          : []),
      ]
    }),
  )
