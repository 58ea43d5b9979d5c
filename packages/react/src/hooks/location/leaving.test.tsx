/** When I am at a field, and when no more: the rules of `fieldProps` alone, as form libraries spread them. */
import type { PathSegment } from '@rollcall/core'
import { act, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import * as React from 'react'
import { type ComponentType, type ReactElement, type ReactNode, useState } from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { useFieldPresence, useLocations } from '../../index.ts'
import { renderWithPresence } from '../../testing/index.ts'
import type { FieldPresenceOptions } from './useFieldPresence.ts'

interface FieldProps extends FieldPresenceOptions {
  readonly name: string
}

function Field({ name, ...options }: FieldProps): ReactElement {
  const { fieldProps } = useFieldPresence(name, options)
  return <input aria-label={name} {...fieldProps} />
}

const stepName = (step: PathSegment): string => (typeof step === 'object' ? JSON.stringify(step) : String(step))
const Places = (): ReactElement => (
  <p data-testid="places">
    {useLocations()
      .flatMap(({ user, locations }) => locations.map(({ path }) => `${user.id}@${path.map(stepName).join('.')}`))
      .join(' ')}
  </p>
)
const Page = ({ children = <Field name="title" /> }: { readonly children?: ReactNode }): ReactElement => (
  <form onSubmit={(event) => event.preventDefault()}>
    {children}
    <p>chrome</p>
    <button>Save</button>
    <Places />
  </form>
)

const input = (name = 'title'): HTMLElement => screen.getByLabelText(name)
const focus = (element: Element): void => act(() => (element instanceof HTMLElement ? element.focus() : undefined))

async function open(children?: ReactNode, strict = false) {
  const page = await renderWithPresence(<Page>{children}</Page>, { self: 'ada', strict })
  const settle = async (ms = 200): Promise<string | null> => {
    await page.room.advance(ms)
    return screen.getByTestId('places').textContent
  }
  return { ...page, settle }
}

function setHidden(hidden: boolean): void {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden)
  act(() => void document.dispatchEvent(new Event('visibilitychange')))
}
afterEach(() => void vi.restoreAllMocks())

describe('the focus', () => {
  test('that goes to what is no field is leaving (sanity#12620)', async () => {
    const { settle } = await open()
    await userEvent.click(input())
    expect(await settle()).toBe('ada@title')
    await userEvent.click(screen.getByText('chrome'))
    expect(document.body).toHaveFocus()
    expect(await settle()).toBe('')
  })

  test('that goes to another field goes there with one frame', async () => {
    const { settle, room } = await open(
      <>
        <Field name="title" />
        <Field name="body" />
      </>,
    )
    focus(input('title'))
    await settle(1_000)
    const before = room.countFrames().total
    focus(input('body'))
    expect(await settle(1_000)).toBe('ada@body')
    expect(room.countFrames().total - before).toBe(1)
  })

  test('that goes to another window stays for when one comes back', async () => {
    const { settle } = await open()
    focus(input())
    vi.spyOn(document, 'hasFocus').mockReturnValue(false)
    fireEvent.blur(input())
    expect(await settle(30_000)).toBe('ada@title')
  })

  test('is noticed where it goes, whoever’s onBlur the field bears', async () => {
    function Registered(): ReactElement {
      const { fieldProps } = useFieldPresence('title')
      return <input aria-label="title" {...fieldProps} onBlur={() => {}} />
    }
    const { settle } = await open(<Registered />)
    focus(input())
    expect(await settle()).toBe('ada@title')
    act(() => input().blur())
    expect(await settle()).toBe('')
  })

  test('may move within a field of several parts', async () => {
    function Parts(): ReactElement {
      const { fieldProps } = useFieldPresence('size')
      return (
        <div {...fieldProps}>
          <input aria-label="width" />
          <input aria-label="height" />
        </div>
      )
    }
    const { settle, room } = await open(<Parts />)
    focus(input('width'))
    await settle()
    const before = room.countFrames().total
    focus(input('height'))
    expect(await settle()).toBe('ada@size')
    expect(room.countFrames().total).toBe(before)
    act(() => input('height').blur())
    expect(await settle()).toBe('')
  })

  test('that was there before the page knew (autofocus) counts, under StrictMode, too', async () => {
    function Auto(): ReactElement {
      const { fieldProps } = useFieldPresence('title')
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- what is tested
      return <input autoFocus {...fieldProps} />
    }
    const { settle } = await open(<Auto />, true)
    expect(await settle()).toBe('ada@title')
  })

  test('stays in a field that gets another name, as rows do that are moved', async () => {
    function Row(): ReactElement {
      const [index, setIndex] = useState(0)
      return (
        <>
          <Field name={`items.${index}.title`} />
          <button type="button" onMouseDown={() => setIndex(1)}>
            Down
          </button>
        </>
      )
    }
    const { settle } = await open(<Row />)
    focus(screen.getByLabelText('items.0.title'))
    expect(await settle()).toBe('ada@items.0.title')
    fireEvent.mouseDown(screen.getByText('Down'))
    expect(await settle()).toBe('ada@items.1.title')
  })

  test('of an editor that calls by hand begins and ends with its calls', async () => {
    function Editor(): ReactElement {
      const { fieldProps } = useFieldPresence('body')
      return (
        <>
          <button type="button" onClick={() => fieldProps.onFocus()}>
            in
          </button>
          <button type="button" onClick={() => fieldProps.onBlur()}>
            out
          </button>
        </>
      )
    }
    const { settle } = await open(<Editor />)
    fireEvent.click(screen.getByText('in'))
    expect(await settle()).toBe('ada@body')
    fireEvent.click(screen.getByText('out'))
    expect(await settle()).toBe('')
  })
})

describe('without the focus going', () => {
  test('a form that is sent is left, and entered with the next key', async () => {
    const { settle } = await open()
    focus(input())
    await settle()
    fireEvent.submit(input())
    expect(await settle()).toBe('')
    expect(input()).toHaveFocus()
    fireEvent.keyDown(input(), { key: 'a' })
    expect(await settle()).toBe('ada@title')
  })

  test('a tab in the background is left after ten seconds, and entered when it is back', async () => {
    const { settle } = await open()
    focus(input())
    await settle()
    setHidden(true)
    expect(await settle(9_000)).toBe('ada@title')
    expect(await settle(1_000)).toBe('')
    setHidden(false)
    expect(await settle()).toBe('ada@title')
  })

  test('a look into another tab is no leaving', async () => {
    const { settle, room } = await open()
    focus(input())
    await settle()
    const before = room.countFrames().total
    setHidden(true)
    await settle(9_000)
    setHidden(false)
    expect(await settle(11_000)).toBe('ada@title')
    expect(room.countFrames().total - before).toBeLessThanOrEqual(1)
  })

  test('who does nothing for a minute has left, and is back with a key', async () => {
    const { settle } = await open()
    focus(input())
    expect(await settle(59_999)).toBe('ada@title')
    expect(await settle(201)).toBe('')
    fireEvent.input(input(), { target: { value: 'Q4' } })
    expect(await settle()).toBe('ada@title')
  })

  test('who writes is there for as long as they do, and says so at most every quarter of a minute', async () => {
    const { settle, room } = await open()
    focus(input())
    await settle(1_000)
    const before = room.countFrames().total
    for (let second = 0; second < 120; second += 1) {
      fireEvent.input(input(), { target: { value: `${second}` } })
      await settle(1_000)
    }
    expect(screen.getByTestId('places')).toHaveTextContent('ada@title')
    expect(room.countFrames().total - before).toBeLessThanOrEqual(9)
    expect(await settle(60_000)).toBe('')
  })

  test('with a lock the idle stay, for as long as it is theirs', async () => {
    const { settle } = await open(<Field name="title" mode="hard-lock" releaseAfter={30_000} />)
    focus(input())
    expect(await settle(89_000)).toBe('ada@title')
    expect(await settle(1_200)).toBe('')
  })

  // React has it since 19.2.
  test.runIf('Activity' in React)(
    'a field that is put out of sight is left, and not entered by being shown',
    async () => {
      // The types of React 18 lack it.
      const { Activity } = React as unknown as { Activity: ComponentType<{ mode: string; children: ReactNode }> }
      const Tab = ({ mode }: { readonly mode: string }): ReactElement => (
        <Page>
          <Activity mode={mode}>
            <Field name="title" />
          </Activity>
        </Page>
      )
      const page = await renderWithPresence(<Tab mode="visible" />, { self: 'ada' })
      focus(input())
      await page.room.advance(200)
      expect(screen.getByTestId('places')).toHaveTextContent('ada@title')
      page.rerender(<Tab mode="hidden" />)
      // What a browser does to the focus in an element that is not shown; jsdom leaves it there.
      act(() => input().blur())
      await page.room.advance(200)
      expect(screen.getByTestId('places')).toBeEmptyDOMElement()
      page.rerender(<Tab mode="visible" />)
      await page.room.advance(200)
      expect(screen.getByTestId('places')).toBeEmptyDOMElement()
      focus(input())
      await page.room.advance(200)
      expect(screen.getByTestId('places')).toHaveTextContent('ada@title')
    },
  )

  test('a field that goes is left, and nothing waits for it', async () => {
    const { settle, rerender, unmount, clock } = await open()
    focus(input())
    expect(await settle()).toBe('ada@title')
    rerender(
      <Page>
        <i />
      </Page>,
    )
    expect(await settle()).toBe('')
    unmount()
    expect(clock.pending()).toBe(0)
  })
})
