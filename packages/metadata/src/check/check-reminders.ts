import type { AppDefinition } from '@pipewright/schemas'
import { asksWho } from '../asks-who.ts'
import { fieldsInText } from '../placeholders.ts'
import { toPointer } from '../pointer.ts'
import { type Problem, problem } from '../problem.ts'

/** A reminder ends some day, it is sent in nobody's name, so that it cannot ask who looks, and values stand in its text alone. */
export const checkReminders = ({ forms }: AppDefinition): Problem[] =>
  forms.flatMap((form, position) =>
    (form.reminders ?? []).flatMap(({ label, when, repeat, task }, place) => {
      const at = ['forms', position, 'reminders', place]
      const isEndless = repeat !== undefined && repeat.times === undefined && when === undefined
      // A title is one text for everybody who sees the record, whatever of it they may read.
      const filled = [...Object.values(label), ...Object.values(task?.title ?? {})].flatMap(fieldsInText)
      const [inTitle] = filled
      return [
        ...(isEndless
          ? [problem('reminder-endless', toPointer([...at, 'repeat']), { reminder: label })]
          : []),
        ...(when !== undefined && asksWho(when)
          ? [problem('reminder-asks-who', toPointer([...at, 'when']), { reminder: label })]
          : []),
        ...(inTitle === undefined
          ? []
          : [problem('reminder-fixed-words', toPointer(at), { reminder: label, field: inTitle })]),
      ]
    }),
  )
