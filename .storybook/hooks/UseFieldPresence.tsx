import { useFieldPresence } from '@rollcall/react'

export function UseFieldPresence() {
  const { others, fieldProps, descriptionId } = useFieldPresence('title')
  return (
    <label>
      Title <input {...fieldProps} />
      <span id={descriptionId}> {others.length} others at this field</span>
    </label>
  )
}
