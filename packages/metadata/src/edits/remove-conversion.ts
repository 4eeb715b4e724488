import type { ButtonAction, Form, Layout } from '@pipewright/schemas'
import { isElementItem } from '../layout-items.ts'
import { usesOfConversion, usesOfElement } from '../references/uses-by-name.ts'
import { changeForm } from './change-form.ts'
import { type EditOf, type EditSpec, refuse } from './edit-spec.ts'
import { removeFromForm } from './put-in-form.ts'
import { restoreBetween } from './restore-between.ts'

interface Without {
  readonly layout: Layout
  /** Keys of the buttons that had nothing else to do. */
  readonly gone: readonly string[]
}

/** A layout whose buttons do no longer what is named. */
function withoutAction(layout: Layout, does: (action: ButtonAction) => boolean): Without {
  const gone: string[] = []
  const sections = layout.sections.map((section) => ({
    ...section,
    items: section.items.flatMap((item) => {
      if (!isElementItem(item) || item.element.type !== 'button') return [item]
      const [first, ...more] = item.element.actions.filter((action) => !does(action))
      if (first !== undefined) return [{ ...item, element: { ...item.element, actions: [first, ...more] } }]
      gone.push(item.element.key)
      return []
    }),
  }))
  return { layout: { ...layout, sections }, gone }
}

function withoutButtons(
  form: Form,
  conversion: string,
): { readonly form: Form; readonly gone: readonly string[] } {
  const does = (action: ButtonAction) => action.type === 'convert' && action.conversion === conversion
  const own = withoutAction(form.layout, does)
  const others = (form.layouts ?? []).map((one) => ({ one, without: withoutAction(one.layout, does) }))
  const layouts = others.map(({ one, without }) => ({ ...one, layout: without.layout }))
  return {
    form: { ...form, layout: own.layout, ...(form.layouts !== undefined && { layouts }) },
    gone: [...own.gone, ...others.flatMap(({ without }) => without.gone)],
  }
}

export const removeConversion: EditSpec<EditOf<'removeConversion'>> = {
  apply(definition, { form: key, conversion, withButtons }) {
    const uses = usesOfConversion(definition, key, conversion)
    if (uses.length > 0 && withButtons !== true)
      return refuse('in-use', '/conversion', { what: conversion, uses })
    const without = changeForm(definition, key, (form) => {
      const { form: next, gone } = withoutButtons(form, conversion)
      const watched = gone.flatMap((element) => usesOfElement(definition, key, element))
      return watched.length > 0
        ? refuse('in-use', '/conversion', { what: conversion, uses: watched })
        : { form: next, inverse: [] }
    })
    if ('problems' in without) return without
    const site = { form: key, list: 'conversions', what: 'conversion', key: conversion } as const
    const result = removeFromForm(without.definition, site)
    if ('problems' in result) return result
    return { ...result, inverse: [restoreBetween(result.definition, definition)] }
  },
}
