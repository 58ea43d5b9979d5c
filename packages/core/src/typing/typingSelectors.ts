import type { Member } from '../member/member.ts'

/** Who types in `input`, in the order given. Hand in the others: nobody is told of their own typing (INV-10). */
export function selectTypers<P, I>(others: readonly Member<P, I>[], input: string): readonly Member<P, I>[] {
  return others.filter((member) => member.typing.includes(input))
}
