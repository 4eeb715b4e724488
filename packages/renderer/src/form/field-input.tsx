import { isEntered } from '@pipewright/metadata'
import { useState } from 'react'
import { AllowedOptions } from '../controls/allowed-options.ts'
import { controlOf } from '../controls/index.ts'
import { aboveLabelOf } from '../controls/options/above-of.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import type { FormFieldProps } from './form-field.tsx'
import { FieldStandIn } from './mount/field-stand-in.tsx'
import { useMountQueue } from './mount/use-mount-queue.ts'
import { useFieldState, useFormStore } from './store/use-field.ts'

interface FieldInputProps extends Pick<FormFieldProps, 'field' | 'titles' | 'autoFocus'> {
  readonly id: string
  readonly label: string
  readonly locked: boolean
}

function FieldControlOf(props: FieldInputProps) {
  const { field, id } = props
  const store = useFormStore()
  const state = useFieldState(field.key)
  const { locale } = useRenderer()
  const { Control } = controlOf(field)
  const described = [
    state.problem === undefined ? '' : `${id}-problem`,
    state.warning === undefined ? '' : `${id}-warning`,
    field.help === undefined ? '' : `${id}-help`,
  ]
  return (
    <AllowedOptions value={state.options ?? null}>
      <Control
        field={field}
        id={id}
        label={props.label}
        value={state.value}
        above={state.above}
        aboveLabel={aboveLabelOf(field, store.definitions(), locale)}
        titles={props.titles}
        disabled={props.locked}
        invalid={state.problem !== undefined || state.cellProblems !== undefined}
        required={state.required}
        describedBy={described.filter(Boolean).join(' ') || undefined}
        autoFocus={props.autoFocus}
        record={() => store.values()}
        cellProblems={state.cellProblems}
        cellRules={state.cells}
        onChange={(value) => store.set(field.key, value)}
        onBlur={() => store.leave(field.key)}
      />
    </AllowedOptions>
  )
}

/** The control, or what stands for it until its turn comes in a large form. */
export function FieldInput(props: FieldInputProps) {
  const queue = useMountQueue()
  const { field, autoFocus, id, label, locked, titles } = props
  const { value } = useFieldState(field.key)
  const [isDue, setDue] = useState(queue === null || autoFocus === true)
  if (isDue || queue === null) return <FieldControlOf {...props} />
  const isStop = isEntered(field) && !locked
  return (
    <FieldStandIn {...{ field, value, titles, id, label, isStop }} queue={queue} onDue={() => setDue(true)} />
  )
}
