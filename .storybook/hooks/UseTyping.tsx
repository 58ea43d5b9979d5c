import { useTyping } from '@rollcall/react'

export function UseTyping() {
  const { typers, inputProps } = useTyping()
  return (
    <label>
      {typers.length} typing <input {...inputProps} />
    </label>
  )
}
