import type { Visitor } from './createWorld.ts'

/** The two people of most stories. */
export const ada: Visitor = { id: 'ada', name: 'Ada Lovelace' }
export const bo: Visitor = { id: 'bo', name: 'Bo Nyström' }
