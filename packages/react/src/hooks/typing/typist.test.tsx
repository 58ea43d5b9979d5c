import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState, type ReactNode } from 'react'
import { expect, test } from 'vitest'
import { createTypist } from './typist.ts'

/** Writes down what a typist says, in order. */
function setUp(input?: string) {
  const said: string[] = []
  const say =
    (word: string) =>
    (name?: string): void => {
      said.push(name === undefined ? word : `${word} ${name}`)
    }
  const typing = { keystroke: say('keystroke'), stop: say('stop'), typers: () => expect.unreachable() }
  return { said, typist: createTypist({ typing }, input) }
}

const Form = ({ children }: { readonly children: ReactNode }) => (
  <form onSubmit={(event) => event.preventDefault()}>
    {children}
    <button type="submit">Send</button>
  </form>
)

test('each input is a keystroke; an emptied field stops', async () => {
  const { said, typist } = setUp('reply')
  render(<input {...typist.inputProps} />)
  await userEvent.type(screen.getByRole('textbox'), 'hi{Backspace}{Backspace}')
  expect(said).toEqual(['keystroke reply', 'keystroke reply', 'keystroke reply', 'stop reply'])
})

test('keys that write nothing say nothing', async () => {
  const { said, typist } = setUp()
  render(<textarea {...typist.inputProps} />)
  await userEvent.type(screen.getByRole('textbox'), '{Shift}{ArrowLeft}{Escape}')
  expect(said).toEqual([])
})

test('leaving the field stops, once', async () => {
  const { said, typist } = setUp()
  render(<input {...typist.inputProps} />)
  await userEvent.type(screen.getByRole('textbox'), 'a')
  fireEvent.blur(screen.getByRole('textbox'))
  fireEvent.blur(screen.getByRole('textbox'))
  expect(said).toEqual(['keystroke', 'stop'])
})

test('sending the form by Enter stops, though the field keeps its text', async () => {
  const { said, typist } = setUp()
  render(
    <Form>
      <input {...typist.inputProps} />
    </Form>,
  )
  await userEvent.type(screen.getByRole('textbox'), 'a{Enter}')
  expect(said).toEqual(['keystroke', 'stop'])
})

test('writing on after sending is typing again', async () => {
  const { said, typist } = setUp()
  render(
    <Form>
      <input {...typist.inputProps} />
    </Form>,
  )
  await userEvent.type(screen.getByRole('textbox'), 'a{Enter}b{Enter}')
  expect(said).toEqual(['keystroke', 'stop', 'keystroke', 'stop'])
})

test('a field that the app empties on Enter, without a form, stops when the key comes up', async () => {
  const { said, typist } = setUp()
  const Composer = () => {
    const [text, setText] = useState('')
    return (
      <textarea
        {...typist.inputProps}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          setText('')
        }}
      />
    )
  }
  render(<Composer />)
  await userEvent.type(screen.getByRole('textbox'), 'a{Enter}')
  expect(said).toEqual(['keystroke', 'stop'])
})

test('who only reads stops nobody by leaving; who typed stops once', () => {
  const { said, typist } = setUp()
  typist.leave()
  expect(said).toEqual([])
  typist.keystroke()
  typist.leave()
  typist.leave()
  expect(said).toEqual(['keystroke', 'stop'])
})

test('no listener stays on the form after the typing ended', async () => {
  const { said, typist } = setUp()
  render(
    <Form>
      <input {...typist.inputProps} />
    </Form>,
  )
  await userEvent.type(screen.getByRole('textbox'), 'a')
  typist.leave()
  await userEvent.click(screen.getByRole('button'))
  expect(said).toEqual(['keystroke', 'stop'])
})
