import type { Plugin } from 'vite'

const importer = /antd\/es\/form\/context\.js$/

/**
 * Every component of antd asks for the context of forms, which asks for the whole of `@rc-component/form`: state, rules and
 * checks of forms. That package does not say that its parts can come alone, so each page would carry all of it. Here the context
 * takes the one part that it needs, and the rest comes with pages that draw a form of antd.
 */
export function leanForm(): Plugin {
  return {
    name: 'lean-form',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, from) {
      if (source !== '@rc-component/form' || from === undefined || !importer.test(from)) return null
      return this.resolve('@rc-component/form/es/FormContext.js', from, { skipSelf: true })
    },
  }
}
