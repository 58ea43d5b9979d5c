declare const process: { readonly env: { readonly NODE_ENV?: string } }

/** Bundlers put the value in its place; where there is none and no Node, the name does not even exist. */
export function isDevelopment(): boolean {
  try {
    return process.env.NODE_ENV !== 'production'
  } catch {
    return false
  }
}
