/** What every reading hook takes: `useX(select?, isEqual?)`. */

/** The part of a value that a component shows. */
export type Select<T, S> = (value: T) => S
/** When two selections count as the same; default `Object.is`. */
export type IsEqual<S> = (a: S, b: S) => boolean
