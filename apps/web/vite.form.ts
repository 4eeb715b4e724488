import type { Plugin } from 'vite'

const context = /antd\/es\/form\/context\.js$/
const radios = /antd\/es\/radio\/group\.js$/
const namePath = '\0name-path'

/**
 * Every component of antd asks for the context of forms, which asks for the whole of `@rc-component/form`: state, rules and
 * checks of forms. That package does not say that its parts can come alone, so each page would carry all of it. Here the context
 * takes the one part that it needs, radio buttons the one function, and the rest comes with pages that draw a form of antd.
 */
export function leanForm(): Plugin {
  return {
    name: 'lean-form',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, from = '') {
      if (source === '@rc-component/form' && context.test(from))
        return this.resolve('@rc-component/form/es/FormContext.js', from, { skipSelf: true })
      return source === '../form/hooks/useForm' && radios.test(from) ? namePath : null
    },
    load(id) {
      if (id !== namePath) return null
      return {
        code: `export const toNamePathStr = (name) => (Array.isArray(name) ? name : name === undefined || name === false ? [] : [name]).join('_')`,
        moduleSideEffects: false,
      }
    },
  }
}
