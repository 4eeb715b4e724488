import { usesOfConversion } from '../references/uses-by-name.ts'
import { type EditOf, type EditSpec, refuse } from './edit-spec.ts'
import { removeFromForm } from './put-in-form.ts'

export const removeConversion: EditSpec<EditOf<'removeConversion'>> = {
  apply(definition, { form, conversion }) {
    const uses = usesOfConversion(definition, form, conversion)
    if (uses.length > 0) return refuse('in-use', '/conversion', { what: conversion, uses })
    return removeFromForm(definition, { form, list: 'conversions', what: 'conversion', key: conversion })
  },
}
