import { evaluate, FIGURES } from '@pipewright/logic'
import type { CompiledPlace } from '../../app/compiled-form.ts'
import type { Figure } from '../../app/figures.ts'
import type { Draft, WriteScene } from './write-scene.ts'

/** What a figure is found for: its values of the own record, as text that names them. */
function figureInput({ scope }: CompiledPlace, scene: WriteScene, figure: Figure, data: Draft): string {
  const values = figure.inputs.map(({ name, expression }) => [
    name,
    evaluate(expression, data, scene.context, scope),
  ])
  return JSON.stringify(Object.fromEntries(values))
}

/** Lays what a formula finds in other forms beside the values; what is not there yet is asked for. */
export function fillFigures(scene: WriteScene, place: CompiledPlace, formula: string, data: Draft): void {
  const figures = place.figures.get(formula)
  if (figures === undefined) return
  const found = figures.map((figure) => {
    const row = scene.related.get(figure.name, figureInput(place, scene, figure, data))
    return [figure.key, row?.values['value'] ?? null]
  })
  data[FIGURES] = { ...(data[FIGURES] as object | undefined), ...Object.fromEntries(found) }
}
