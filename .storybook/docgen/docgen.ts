/** Tells Storybook what each component of ours takes: required first, defaults as the comments say them. */
import type { TSType } from 'oxc-parser'
import type { Plugin } from 'vite'
import { type Prop, propsOf } from './ownProps.ts'
import { readModule, type SourceModule } from './readModule.ts'

interface Documented {
  readonly name: string
  readonly description: string
  readonly props: TSType
}

/** Components are constants of type `Part<Props, Element>` and functions of props that have a name. */
function componentsOf(module: SourceModule): readonly Documented[] {
  return module.body.flatMap((statement): readonly Documented[] => {
    if (statement.type !== 'ExportNamedDeclaration') return []
    const { declaration } = statement
    const description = module.commentBefore(statement.start)
    if (declaration?.type === 'FunctionDeclaration' && declaration.id !== null) {
      const [first] = declaration.params
      const props = first?.type === 'Identifier' ? first.typeAnnotation?.typeAnnotation : undefined
      return props === undefined ? [] : [{ name: declaration.id.name, description, props }]
    }
    if (declaration?.type !== 'VariableDeclaration') return []
    return declaration.declarations.flatMap(({ id }) => {
      const type = id.type === 'Identifier' ? id.typeAnnotation?.typeAnnotation : undefined
      const props = type?.type === 'TSTypeReference' ? type.typeArguments?.params[0] : undefined
      return id.type !== 'Identifier' || props === undefined ? [] : [{ name: id.name, description, props }]
    })
  })
}

const KEYWORDS: Readonly<Partial<Record<TSType['type'], string>>> = {
  TSBooleanKeyword: 'boolean',
  TSNumberKeyword: 'number',
  TSStringKeyword: 'string',
}

/** Storybook makes a control of it: a switch, a number, a text, or a choice. */
function controlType(type: TSType | undefined, raw: string): Readonly<Record<string, unknown>> {
  if (type === undefined) return { name: raw }
  const parts = type.type === 'TSUnionType' ? type.types.filter((one) => one.type !== 'TSUndefinedKeyword') : [type]
  const [only] = parts
  const keyword = parts.length === 1 && only !== undefined ? KEYWORDS[only.type] : undefined
  if (keyword !== undefined) return { name: keyword }
  const literals = parts.flatMap((one) =>
    one.type === 'TSLiteralType' && 'raw' in one.literal ? [one.literal.raw] : [],
  )
  if (literals.length < parts.length) return { name: raw, raw }
  return { name: 'union', raw, elements: literals.map((value) => ({ name: 'literal', value })) }
}

function describe({ required, type, typeText, comment }: Prop): Readonly<Record<string, unknown>> {
  const raw = typeText.replace(/\s*\|\s*undefined\b/g, '').replace(/\s+/g, ' ')
  const [, before = comment, value] = /^(.*?)\s*Default:? (.+?)\.?$/.exec(comment) ?? []
  return {
    required,
    description: value === undefined ? comment : before,
    tsType: controlType(type, raw),
    ...(value !== undefined && { defaultValue: { value: value.replaceAll('`', '') } }),
  }
}

/** For Vite: `X.__docgenInfo`, where Storybook looks for it. */
export function docgen(): Plugin {
  return {
    name: 'rollcall-docgen',
    enforce: 'pre',
    transform: {
      filter: { id: /packages\/react\/src\/(components|context)\/[^?]*\.tsx$/ },
      handler: (code, id) => {
        const module = readModule(id, code)
        const infos = componentsOf(module).map(({ name, description, props }) => {
          const own = [...propsOf(props, module).values()]
            .toSorted((a, b) => Number(b.required) - Number(a.required))
            .map((prop) => [prop.name, describe(prop)])
          return `${name}.__docgenInfo = ${JSON.stringify({ displayName: name, description, props: Object.fromEntries(own) })}`
        })
        // At the end and without a map: no line of the file moves.
        return infos.length === 0 ? undefined : { code: `${code}\n${infos.join('\n')}\n`, map: null }
      },
    },
  }
}
