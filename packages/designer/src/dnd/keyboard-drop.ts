import type { Form } from '@pipewright/schemas'
import { placeOf, slotsOf } from '../tree/layout-places.ts'
import type { Dragged, Drop } from './place-drop.ts'

/** Every place where it changes something to drop this, and where it stands, from top to bottom. */
function dropsFor(form: Form, dragged: Dragged): readonly Drop[] {
  if (dragged.kind === 'section')
    return Array.from({ length: form.layout.sections.length + 1 }, (_, index) => ({ kind: 'section', index }))
  const own = dragged.kind === 'field' ? placeOf(form.layout, dragged.field) : null
  return slotsOf(form.layout)
    .filter((slot) => !(own !== null && slot.section === own.section && slot.index === own.index + 1))
    .map((slot) => ({ kind: 'field', ...slot }))
}

function startOf(form: Form, dragged: Dragged): Drop | null {
  if (dragged.kind === 'section')
    return { kind: 'section', index: form.layout.sections.findIndex(({ key }) => key === dragged.section) }
  const own = dragged.kind === 'field' ? placeOf(form.layout, dragged.field) : null
  return own === null ? null : { kind: 'field', ...own }
}

const isSame = (a: Drop, b: Drop): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The next place up or down while something is carried with the keyboard. */
export function stepDrop(form: Form, dragged: Dragged, drop: Drop | null, by: -1 | 1): Drop | null {
  const own = startOf(form, dragged)
  const drops = dropsFor(form, dragged).filter(
    // Directly behind itself is where a section already stands.
    (one) => !(own?.kind === 'section' && one.kind === 'section' && one.index === own.index + 1),
  )
  const from = drop ?? own
  const position = from === null ? -1 : drops.findIndex((one) => isSame(one, from))
  if (position < 0) return drops[by > 0 ? 0 : drops.length - 1] ?? null
  return drops[Math.min(Math.max(position + by, 0), drops.length - 1)] ?? null
}
