import type { Field } from '@pipewright/schemas'
import { Skeleton } from 'antd'
import { lazy, Suspense, useState, type ComponentType } from 'react'
import type { ControlProps, FieldControl } from './field-control.ts'

type Drawn<F extends Field> = ComponentType<ControlProps<F>>

/** Where the control will stand, as high as it will be. */
function StandIn({ id, label }: Pick<ControlProps, 'id' | 'label'>) {
  return (
    <div id={id} role="group" aria-label={label} aria-busy="true">
      <Skeleton.Input block active />
    </div>
  )
}

/**
 * A control that is large and that many forms have none of. Forms wait for what their fields need (`useControls`), so that nothing
 * moves and the first field has the focus; elsewhere something of its size stands there until it has come.
 */
export function lateControl<F extends Field>(
  come: () => Promise<Drawn<F>>,
): Pick<FieldControl<F>, 'Control' | 'late'> {
  let here: Drawn<F> | null = null
  const load = async () => {
    here = await come()
  }
  const Coming = lazy(async () => ({ default: (await come()) as ComponentType<ControlProps> }))
  function Control(props: ControlProps<F>) {
    // What it was drawn by it stays drawn by, with what is typed into it.
    const [Here] = useState(() => here)
    if (Here !== null) return <Here {...props} />
    return (
      <Suspense fallback={<StandIn id={props.id} label={props.label} />}>
        <Coming {...(props as unknown as ControlProps)} />
      </Suspense>
    )
  }
  return { Control, late: { load, isHere: () => here !== null } }
}
