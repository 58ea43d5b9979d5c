/** One source file, as far as types and their comments go. */
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import {
  parseSync,
  type Comment,
  type Program,
  type TSInterfaceDeclaration,
  type TSTypeAliasDeclaration,
} from 'oxc-parser'

export type NamedType = TSInterfaceDeclaration | TSTypeAliasDeclaration

export interface SourceModule {
  readonly path: string
  readonly text: string
  readonly body: Program['body']
  readonly types: ReadonlyMap<string, NamedType>
  /** Where a name comes from, for those of our own files. */
  readonly imports: ReadonlyMap<string, string>
  /** The TSDoc text that ends right before `start`. */
  commentBefore(start: number): string
}

/** Parses `text`, or the file at `path`. */
export function readModule(path: string, text: string = readFileSync(path, 'utf8')): SourceModule {
  const { program, comments } = parseSync(path, text)
  const types = new Map<string, NamedType>()
  const imports = new Map<string, string>()
  for (const statement of program.body) {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
    if (declared?.type === 'TSInterfaceDeclaration' || declared?.type === 'TSTypeAliasDeclaration')
      types.set(declared.id.name, declared)
    if (statement.type !== 'ImportDeclaration' || !statement.source.value.startsWith('.')) continue
    for (const { local } of statement.specifiers)
      imports.set(local.name, resolve(dirname(path), statement.source.value))
  }
  return { path, text, body: program.body, types, imports, commentBefore: (start) => textBefore(start, text, comments) }
}

function textBefore(start: number, text: string, comments: readonly Comment[]): string {
  const comment = comments.findLast(({ end, value }) => {
    return end <= start && value.startsWith('*') && text.slice(end, start).trim() === ''
  })
  if (comment === undefined) return ''
  return comment.value
    .slice(1)
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, ''))
    .join(' ')
    .trim()
}
