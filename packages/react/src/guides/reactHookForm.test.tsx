/** React Hook Form with presence at its fields: its own handlers and ours, on one input. */
import type { PathSegment, PresenceLocation } from '@rollcall/core'
import { act, fireEvent, screen } from '@testing-library/react'
import * as React from 'react'
import type { ReactElement } from 'react'
import { useFieldArray, useForm, type UseFormRegisterReturn } from 'react-hook-form'
import { describe, expect, test, vi } from 'vitest'
import { FieldPresence, useFieldPresence, useLocations } from '@rollcall/react'
import { renderWithPresence } from '@rollcall/react/testing'

interface Article {
  title: string
  items: { title: string }[]
}

/** Both want `onBlur`: the form library's stays, since presence hears from the element itself that the focus goes. */
function PresentInput({ field }: { readonly field: UseFormRegisterReturn }): ReactElement {
  const { others, fieldProps, descriptionId } = useFieldPresence(field.name)
  return (
    <label>
      {field.name}
      <input {...fieldProps} {...field} />
      <span id={descriptionId}>{others.map(({ user }) => user.id).join()}</span>
    </label>
  )
}

/** The component does the same around a registered input, and locks it. */
function LockedInput({ field }: { readonly field: UseFormRegisterReturn }): ReactElement {
  return (
    <FieldPresence field={field.name} mode="hard-lock">
      <input aria-label={field.name} {...field} />
    </FieldPresence>
  )
}

function ArticleForm({ save }: { readonly save: (article: Article) => void }): ReactElement {
  const { register, control, handleSubmit, formState } = useForm<Article>({
    mode: 'onBlur',
    defaultValues: { title: '', items: [{ title: 'First' }] },
  })
  const { fields } = useFieldArray({ control, name: 'items' })
  return (
    <form onSubmit={(event) => void handleSubmit((article) => save(article))(event)}>
      <PresentInput field={register('title', { required: true })} />
      {formState.errors.title && <p>A title, please</p>}
      {fields.map(({ id }, index) => (
        <LockedInput key={id} field={register(`items.${index}.title`)} />
      ))}
      <button>Save</button>
    </form>
  )
}

function Places(): ReactElement {
  return (
    <p data-testid="places">
      {useLocations().flatMap(({ locations }) => locations.map(({ path }) => JSON.stringify(path)))}
    </p>
  )
}

const at = (...path: readonly PathSegment[]): readonly PresenceLocation[] => [
  { type: 'document', documentId: 'room', path, lastActiveAt: '2026-01-01T00:00:00Z' },
]

// The form library is bound to the newest React; hooks of two Reacts do not mix.
describe.runIf('Activity' in React)('a registered field', () => {
  test('shows who else is there, and is validated and submitted as before', async () => {
    const save = vi.fn<(article: Article) => void>()
    const { room } = await renderWithPresence(<ArticleForm save={save} />, { members: ['bo'] })
    const input = screen.getByLabelText(/^title/)
    await room.report('bo', at('title'))
    await room.advance(1_000)
    expect(input).toHaveAccessibleDescription('bo')
    await act(async () => input.focus())
    await act(async () => input.blur())
    expect(screen.getByText('A title, please')).toBeInTheDocument()
    fireEvent.change(input, { target: { value: 'Q4' } })
    await act(async () => fireEvent.click(screen.getByRole('button')))
    expect(save).toHaveBeenCalledWith({ title: 'Q4', items: [{ title: 'First' }] })
  })

  test('says that I am there, and that I am gone: by focus, and by being sent', async () => {
    const { room } = await renderWithPresence(
      <>
        <ArticleForm save={() => {}} />
        <Places />
      </>,
    )
    const places = async (): Promise<string | null> => {
      await room.advance(200)
      return screen.getByTestId('places').textContent
    }
    const input = screen.getByLabelText(/^title/)
    await act(async () => input.focus())
    expect(await places()).toBe('["title"]')
    await act(async () => input.blur())
    expect(await places()).toBe('')
    await act(async () => input.focus())
    fireEvent.change(input, { target: { value: 'Q4' } })
    expect(await places()).toBe('["title"]')
    await act(async () => fireEvent.submit(input))
    expect(await places()).toBe('')
  })

  test('of a row in a list is locked by its place there', async () => {
    const { room } = await renderWithPresence(<ArticleForm save={() => {}} />, { members: ['bo'] })
    await room.report('bo', at('items', 0, 'title'))
    await room.advance(1_000)
    const row = screen.getByLabelText('items.0.title')
    expect(row).toHaveAttribute('readonly')
    expect(row).toHaveValue('First')
    expect(row).toHaveAccessibleDescription('bo is editing; you can read along')
  })
})
