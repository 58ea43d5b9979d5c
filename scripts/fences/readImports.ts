/** What a file imports: types, re-exports, `import()` and `import('…').T` included. */
import { parseSync, Visitor } from 'oxc-parser'

/** The module names in the order they stand; throws where the file cannot be parsed. */
export function readImports(path: string, text: string): readonly string[] {
  const { program, errors } = parseSync(path, text)
  const fatal = errors.find((error) => error.severity === 'Error')
  if (fatal !== undefined) throw new Error(`unable to parse ${path}; ${fatal.message}`)

  const found: string[] = []
  const take = (source: { type: string; value?: unknown } | null | undefined): void => {
    if (source?.type === 'Literal' && typeof source.value === 'string') found.push(source.value)
  }
  new Visitor({
    ImportDeclaration: (node) => take(node.source),
    ExportNamedDeclaration: (node) => take(node.source),
    ExportAllDeclaration: (node) => take(node.source),
    ImportExpression: (node) => take(node.source),
    TSImportType: (node) => take(node.source),
    TSExternalModuleReference: (node) => take(node.expression),
  }).visit(program)
  return found
}
