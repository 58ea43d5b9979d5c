export type AttributeValue = string | number | boolean | undefined

/** State as `data-*`: true is an empty attribute, false and undefined are none. */
export function stateAttributes(state: Readonly<Record<string, AttributeValue>>): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {}
  for (const [name, value] of Object.entries(state)) {
    if (value === undefined || value === false) continue
    attributes[`data-${name}`] = value === true ? '' : String(value)
  }
  return attributes
}
