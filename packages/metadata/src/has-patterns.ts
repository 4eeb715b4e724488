import type { AppDefinition, Field } from '@pipewright/schemas'

const holdsOne = (field: Field): boolean =>
  (field.type === 'text' && field.pattern !== undefined) ||
  (field.type === 'lineItems' && (field.fields as readonly Field[]).some(holdsOne))

/** Whether some field of the app, or a column of its line items, holds its text to a pattern. */
export const hasPatterns = ({ forms }: Pick<AppDefinition, 'forms'>): boolean =>
  forms.some(({ fields }) => fields.some(holdsOne))
