import type { SyntaxNodeRef, Tree } from '@lezer/common'
import { checkExpression } from '../check-expression.ts'
import type { Expression } from '../expression.ts'
import { LIMITS } from '../limits.ts'
import type { TextProblem } from '../problem.ts'
import type { Scope } from '../scope.ts'
import { ANY } from '../value-type.ts'
import type { ValueType } from '../value-type.ts'
import { parser } from './generated/parser.ts'
import { placeOf } from './located.ts'
import type { Located } from './located.ts'
import { readNode } from './read-tree.ts'
import { groupedNumber, syntaxHint } from './syntax-hints.ts'

export interface ParsedFormula {
  /** Null when the text has a problem that leaves nothing to store. */
  readonly expression: Expression
  readonly type: ValueType
  readonly problems: readonly TextProblem[]
}

/** Brackets and signs nest deeper in text than in the expression. */
const TREE_DEPTH = 400

/** The sign or comma right before a place where something else had to come. */
const WAITING = /[-+*/%&=<>,;×÷≠≤≥−＋－＊／％＆＝＜＞，；]\s*$/u

function unclosed(from: number, text: string): TextProblem | undefined {
  const opening = text[from] ?? ''
  if (/[[【［]/u.test(opening))
    return { code: 'missingBracket', from, to: from + 1, params: { bracket: opening } }
  if (opening === '"' || opening === '\u{201c}')
    return { code: 'missingQuote', from, to: from + 1, params: { quote: opening } }
  return undefined
}

/** After a sign or a comma there is nothing, or something that cannot stand there. */
function missingValue(error: SyntaxNodeRef, text: string): TextProblem | undefined {
  const before = text.slice(0, error.from)
  const sign = WAITING.exec(before)
  const after = text.slice(error.from).trimStart()
  const isOver = after === '' || /^[)\]}）,;，；]/u.test(after)
  if (sign === null || !isOver) return undefined
  const from = sign.index
  const code = /[%％]/u.test(sign[0]) ? 'lonePercent' : 'missingValue'
  return { code, from, to: from + 1, params: { near: before.slice(from).trim() } }
}

function syntaxProblem(error: SyntaxNodeRef, text: string, scope: Scope | undefined): TextProblem {
  const known = unclosed(error.from, text) ?? missingValue(error, text) ?? syntaxHint(text, error.from, scope)
  if (known !== undefined) return known
  const parent = error.node.parent
  if (error.from === error.to && parent && ['Group', 'Call', 'List'].includes(parent.name)) {
    const opening = parent.from + Math.max(text.slice(parent.from).search(/[({\uff08]/), 0)
    return {
      code: 'missingBracket',
      from: opening,
      to: opening + 1,
      params: { bracket: text[opening] ?? '' },
    }
  }
  const to = error.to === error.from ? Math.min(error.to + 1, text.length) : error.to
  return {
    code: 'syntax',
    from: error.from,
    to,
    params: { near: text.slice(error.from, Math.min(to, error.from + 40)) },
  }
}

/** What keeps the tree from being read, found without recursion. */
function findTreeProblem(tree: Tree, text: string, scope: Scope | undefined): TextProblem | undefined {
  let depth = 0
  let found: TextProblem | undefined
  tree.iterate({
    enter(node) {
      depth += 1
      if (depth > TREE_DEPTH)
        found ??= { code: 'tooDeep', from: node.from, to: node.to, params: { limit: LIMITS.depth } }
      if (node.type.isError) found ??= syntaxProblem(node, text, scope)
      return !found
    },
    leave() {
      depth -= 1
    },
  })
  return found
}

function refused(problem: TextProblem): LocatedFormula {
  return { expression: null, type: ANY, problems: [problem], root: null }
}

/** Formula text with where each of its parts stands; without root where the text cannot be read. */
export interface LocatedFormula extends ParsedFormula {
  readonly root: Located | null
}

/** As `parseFormula`, with the tree of places. */
export function locateFormula(text: string, scope?: Scope, expected?: ValueType): LocatedFormula {
  if (text.length > LIMITS.textLength)
    return refused({ code: 'textTooLong', from: 0, to: text.length, params: { limit: LIMITS.textLength } })
  const tree = parser.parse(text)
  const broken = findTreeProblem(tree, text, scope)
  if (broken) return refused(broken)
  const top = tree.topNode.lastChild
  if (!top) return refused({ code: 'syntax', from: 0, to: text.length, params: { near: '' } })
  const problems: TextProblem[] = []
  const root = readNode(top, { text, scope, problems })
  if (!scope || problems.length > 0) return { expression: root.expression, type: ANY, problems, root }
  const checked = checkExpression(root.expression, scope, expected)
  const placed = checked.problems.map(({ code, params, pointer }) => {
    const place = placeOf(root, pointer)
    return { code, params: { ...params, written: text.slice(place.from, place.to) }, ...place }
  })
  return { expression: root.expression, type: checked.type, problems: groupedNumber(text, placed), root }
}

/**
 * Reads formula text into an expression. With a scope, names may be keys or labels and types are checked, against
 * `expected` too. Every problem carries the characters it is about.
 */
export function parseFormula(text: string, scope?: Scope, expected?: ValueType): ParsedFormula {
  const { expression, type, problems } = locateFormula(text, scope, expected)
  return { expression, type, problems }
}
