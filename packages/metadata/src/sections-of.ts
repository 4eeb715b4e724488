import type { Form, Section } from '@pipewright/schemas'

/** Every section that rules can act on. */
export const sectionsOf = (form: Form): readonly Section[] => form.layout.sections
