/** The person at one input of this page: turns what happens to a text field into keystrokes and stops. */
import type { RegisteredRoom } from '../../context/register.ts'

type TextField = HTMLInputElement | HTMLTextAreaElement

/** Spread these on an input or a textarea. */
export interface TypingInputProps {
  readonly onInput: (event: { readonly currentTarget: TextField }) => void
  readonly onKeyUp: (event: { readonly currentTarget: TextField }) => void
  readonly onBlur: () => void
}

export interface Typist {
  readonly inputProps: TypingInputProps
  readonly keystroke: () => void
  readonly stop: () => void
  /** Stops, if this typist was typing: somebody who only reads must not silence who writes. */
  readonly leave: () => void
}

/** `input` names the field within the room; `undefined` is the default one. */
export function createTypist({ typing }: Pick<RegisteredRoom, 'typing'>, input: string | undefined): Typist {
  let isTyping = false
  let form: HTMLFormElement | null = null

  const stop = (): void => {
    isTyping = false
    form?.removeEventListener('submit', stop)
    form = null
    typing.stop(input)
  }
  const leave = (): void => {
    if (isTyping) stop()
  }
  const keystroke = (): void => {
    isTyping = true
    typing.keystroke(input)
  }
  return {
    keystroke,
    stop,
    leave,
    inputProps: {
      onInput: ({ currentTarget }) => {
        if (currentTarget.value === '') return leave()
        // Sending a message ends typing, and a form is sent without the field being told.
        if (form !== currentTarget.form) {
          form?.removeEventListener('submit', stop)
          form = currentTarget.form
          form?.addEventListener('submit', stop)
        }
        keystroke()
      },
      // A field that an app empties (Enter in a chat without a form) fires no input event; it is empty when the key comes up.
      onKeyUp: ({ currentTarget }) => {
        if (currentTarget.value === '') leave()
      },
      onBlur: leave,
    },
  }
}
