/**
 * The props of our own of a component: what its types add to the native ones. Storybook’s docgen follows neither `Omit`
 * nor a type of another file, and the native ones would be hundreds.
 */
import type { TSInterfaceHeritage, TSSignature, TSType, TSTypeReference } from 'oxc-parser'
import { readModule, type SourceModule } from './readModule.ts'

export interface Prop {
  readonly name: string
  readonly required: boolean
  readonly type: TSType | undefined
  /** As written. */
  readonly typeText: string
  readonly comment: string
}
type Props = ReadonlyMap<string, Prop>

const NONE: Props = new Map()
const merge = (...all: readonly Props[]): Props => new Map(all.flatMap((props) => [...props]))
const filter = (props: Props, keep: (name: string) => boolean): Props =>
  new Map([...props].filter(([name]) => keep(name)))

/** What `type`, written in `module`, has for props. Types of other packages have none. */
export function propsOf(type: TSType, module: SourceModule): Props {
  if (type.type === 'TSIntersectionType') return merge(...type.types.map((one) => propsOf(one, module)))
  if (type.type === 'TSParenthesizedType') return propsOf(type.typeAnnotation, module)
  if (type.type === 'TSTypeLiteral') return propsOfMembers(type.members, module)
  return type.type === 'TSTypeReference' ? propsOfReference(type, module) : NONE
}

type Reference = TSTypeReference | TSInterfaceHeritage

function nameOf(reference: Reference): string {
  const named = reference.type === 'TSTypeReference' ? reference.typeName : reference.expression
  return named.type === 'Identifier' ? named.name : ''
}

function propsOfReference(reference: Reference, module: SourceModule): Props {
  const [first, second, third] = reference.typeArguments?.params ?? []
  const of = (type: TSType | undefined): Props => (type === undefined ? NONE : propsOf(type, module))
  const keys = second === undefined ? new Set<string>() : keysOf(second, module)
  switch (nameOf(reference)) {
    case 'Omit':
      return filter(of(first), (name) => !keys.has(name))
    case 'Pick':
      return filter(of(first), (name) => keys.has(name))
    case 'Partial':
      return new Map([...of(first)].map(([name, prop]) => [name, { ...prop, required: false }]))
    case 'WithPart':
      return merge(of(third), propsOfNamed('PartProps', module, 'WithPart'))
    default:
      return propsOfNamed(nameOf(reference), module)
  }
}

/** `beside`: a name that is imported from the file in which `name` stands. */
function propsOfNamed(name: string, module: SourceModule, beside: string = name): Props {
  const declared = module.types.get(name)
  if (declared?.type === 'TSTypeAliasDeclaration') return propsOf(declared.typeAnnotation, module)
  if (declared?.type === 'TSInterfaceDeclaration') {
    const inherited = declared.extends.map((parent) => propsOfReference(parent, module))
    return merge(...inherited, propsOfMembers(declared.body.body, module))
  }
  const path = module.imports.get(beside)
  return path === undefined ? NONE : propsOfNamed(name, readModule(path))
}

function propsOfMembers(members: readonly TSSignature[], module: SourceModule): Props {
  const props = members.flatMap((member): readonly Prop[] => {
    if (member.type !== 'TSPropertySignature' || member.key.type !== 'Identifier') return []
    const type = member.typeAnnotation?.typeAnnotation
    const { name } = member.key
    const typeText = type === undefined ? '' : module.text.slice(type.start, type.end)
    return [{ name, required: !member.optional, type, typeText, comment: module.commentBefore(member.start) }]
  })
  return new Map(props.map((prop) => [prop.name, prop]))
}

function keysOf(type: TSType, module: SourceModule): ReadonlySet<string> {
  if (type.type === 'TSUnionType') return new Set(type.types.flatMap((one) => [...keysOf(one, module)]))
  if (type.type === 'TSLiteralType' && type.literal.type === 'Literal') return new Set([String(type.literal.value)])
  if (type.type === 'TSTypeOperator') return new Set(propsOf(type.typeAnnotation, module).keys())
  if (type.type !== 'TSTypeReference') return new Set()
  const alias = module.types.get(nameOf(type))
  return alias?.type === 'TSTypeAliasDeclaration' ? keysOf(alias.typeAnnotation, module) : new Set()
}
