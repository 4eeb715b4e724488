import { HighlightStyle, LRLanguage, syntaxHighlighting } from '@codemirror/language'
import { styleTags, tags } from '@lezer/highlight'
import { formulaParser } from '@pipewright/logic'

/** The grammar that reads formulas for the server, with the colours an editor gives its parts. */
const language = LRLanguage.define({
  name: 'formula',
  parser: formulaParser.configure({
    props: [
      styleTags({
        'Call/Name': tags.function(tags.variableName),
        'Field/Name': tags.variableName,
        'Field/Label': tags.variableName,
        Number: tags.number,
        Text: tags.string,
        'Times Divide Percent Plus Minus Ampersand': tags.operator,
        'Equals NotEquals Less LessEquals Greater GreaterEquals': tags.operator,
      }),
    ],
  }),
  languageData: { closeBrackets: { brackets: ['(', '[', '{', '"', '（'] } },
})

const colours = HighlightStyle.define([
  { tag: tags.function(tags.variableName), class: 'pwd-code-function' },
  { tag: tags.variableName, class: 'pwd-code-field' },
  { tag: tags.number, class: 'pwd-code-number' },
  { tag: tags.string, class: 'pwd-code-text' },
  { tag: tags.operator, class: 'pwd-code-sign' },
])

export const formulaLanguage = [language, syntaxHighlighting(colours)]
