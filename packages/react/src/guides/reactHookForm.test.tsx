/** React Hook Form with presence at its fields: its own handlers and ours, on one input. */
import { act, fireEvent, screen } from '@testing-library/react'
import * as React from 'react'
import type { ReactElement } from 'react'
import { useForm, type UseFormRegisterReturn } from 'react-hook-form'
import { expect, test, vi } from 'vitest'
import { useFieldPresence } from '@rollcall/react'
import { renderWithPresence } from '@rollcall/react/testing'

interface Article {
  readonly title: string
}

/** Both want `onBlur`: the form validates, presence leaves. */
function PresentInput({ field }: { readonly field: UseFormRegisterReturn }): ReactElement {
  const { others, fieldProps, descriptionId } = useFieldPresence(field.name)
  return (
    <label>
      Title
      <input
        {...field}
        {...fieldProps}
        onBlur={(event) => {
          void field.onBlur(event)
          fieldProps.onBlur()
        }}
      />
      <span id={descriptionId}>{others.map(({ user }) => user.id).join()}</span>
    </label>
  )
}

function ArticleForm({ save }: { readonly save: (article: Article) => void }): ReactElement {
  const { register, handleSubmit } = useForm<Article>({ mode: 'onBlur' })
  return (
    <form onSubmit={(event) => void handleSubmit((article) => save(article))(event)}>
      <PresentInput field={register('title')} />
      <button>Save</button>
    </form>
  )
}

// The form library is bound to the newest React; hooks of two Reacts do not mix.
test.runIf('Activity' in React)(
  'a registered field says where I am, shows who else is, and is submitted as before',
  async () => {
    const save = vi.fn<(article: Article) => void>()
    const { room } = await renderWithPresence(<ArticleForm save={save} />, { members: ['bo'] })
    const input = screen.getByRole('textbox')
    await room.report('bo', [
      { type: 'document', documentId: 'room', path: ['title'], lastActiveAt: '2026-01-01T00:00:00Z' },
    ])
    await room.advance(1_000)
    expect(input).toHaveAccessibleDescription('bo')
    fireEvent.focus(input)
    fireEvent.change(input, { target: { value: 'Q4' } })
    fireEvent.blur(input)
    await act(async () => fireEvent.click(screen.getByRole('button')))
    expect(save).toHaveBeenCalledWith({ title: 'Q4' })
  },
)
