import { Ajv, type ValidateFunction } from 'ajv'

/**
 * Checks requests exactly as they came: nothing removed, nothing converted, no defaults, every problem at once.
 * `pattern` and `description` of the schema in question are kept with each error for its message.
 */
const ajv = new Ajv({
  removeAdditional: false,
  coerceTypes: false,
  useDefaults: false,
  allErrors: true,
  verbose: true,
  strict: true,
  strictTypes: false,
  validateFormats: false,
})

const compiled = new WeakMap<object, ValidateFunction>()

/** The checker of a schema, compiled once. */
export function validatorOf(schema: object): ValidateFunction {
  const known = compiled.get(schema)
  if (known !== undefined) return known
  const validate = ajv.compile(schema)
  compiled.set(schema, validate)
  return validate
}
