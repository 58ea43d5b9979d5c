import { fireEvent, screen } from '@testing-library/react'
import type { PathSegment, PresenceLocation } from '@rollcall/core'
import { expect, test } from 'vitest'
import { useFieldPresence, useLocations, useReportPresence } from '../../index.ts'
import { createRenderCounts, renderWithPresence } from '../../testing/index.ts'

const at = (...path: readonly string[]): PresenceLocation => ({
  type: 'document',
  documentId: 'doc',
  path,
  lastActiveAt: '2026-01-01T00:00:00.000Z',
})

const stepName = (step: PathSegment): string => (typeof step === 'string' ? step : JSON.stringify(step))
const Report = ({ location }: { readonly location: PresenceLocation | readonly PresenceLocation[] | null }) => {
  useReportPresence(location)
  return null
}
const Places = ({ path }: { readonly path?: readonly string[] }) => (
  <p>
    {useLocations(path)
      .map(({ user, locations }) => `${user.id}@${locations.map((one) => one.path.map(stepName).join('.')).join('+')}`)
      .join(' ') || 'nowhere'}
  </p>
)

test('a reporter says where this page is for as long as it is mounted', async () => {
  const { room, rerender } = await renderWithPresence(
    <>
      <Report location={at('title')} />
      <Places />
    </>,
    { self: 'ada' },
  )
  await room.advance(200)
  expect(screen.getByText('ada@title')).toBeInTheDocument()
  rerender(<Places />)
  await room.advance(200)
  expect(screen.getByText('nowhere')).toBeInTheDocument()
})

test('several reporters are counted and merged: one that goes takes only its own', async () => {
  const { room, rerender } = await renderWithPresence(
    <>
      <Report key="a" location={at('title')} />
      <Report key="b" location={at('body')} />
      <Places />
    </>,
    { self: 'ada' },
  )
  await room.advance(200)
  expect(screen.getByText('ada@title+body')).toBeInTheDocument()
  rerender(
    <>
      <Report key="b" location={at('body')} />
      <Places />
    </>,
  )
  await room.advance(200)
  expect(screen.getByText('ada@body')).toBeInTheDocument()
})

test('the same place written inline again is not said again', async () => {
  const { room, rerender } = await renderWithPresence(<Report location={at('title')} />, { self: 'ada' })
  await room.advance(200)
  const { total } = room.countFrames()
  for (let step = 0; step < 5; step += 1) rerender(<Report location={at('title')} />)
  await room.advance(1_000)
  expect(room.countFrames().total).toBe(total)
})

test('null is nowhere', async () => {
  const { room } = await renderWithPresence(
    <>
      <Report location={null} />
      <Places />
    </>,
  )
  await room.advance(200)
  expect(screen.getByText('nowhere')).toBeInTheDocument()
})

test('useLocations below a path does not render for what happens elsewhere', async () => {
  const renders = createRenderCounts()
  const { room } = await renderWithPresence(
    <renders.Probe id="places">
      <Places path={['body']} />
    </renders.Probe>,
    { members: [{ id: 'bo', presence: { locations: [at('body', 'first')] } }] },
  )
  expect(screen.getByText('bo@body.first')).toBeInTheDocument()
  renders.reset()
  await room.join({ id: 'cy', presence: { locations: [at('title')] } })
  expect(renders.of('places')).toBe(0)
})

const Field = ({ name }: { readonly name: string }) => {
  const { others, isBusy, fieldProps, descriptionId } = useFieldPresence(name, { documentId: 'doc' })
  return (
    <>
      <input aria-label={name} {...fieldProps} />
      <span id={descriptionId}>{isBusy ? others.map(({ user }) => user.id).join(' ') : 'free'}</span>
    </>
  )
}

test('useFieldPresence: who else is at the field, as its description', async () => {
  const { room } = await renderWithPresence(<Field name="title" />, { self: 'ada' })
  expect(screen.getByText('free')).toBeInTheDocument()
  await room.join({ id: 'bo', presence: { locations: [at('title')] } })
  expect(screen.getByLabelText('title')).toHaveAccessibleDescription('bo')
})

test('useFieldPresence: having the focus is being there, losing it is not', async () => {
  const { room } = await renderWithPresence(
    <>
      <Field name="title" />
      <Places />
    </>,
    { self: 'ada' },
  )
  fireEvent.focus(screen.getByLabelText('title'))
  await room.advance(200)
  expect(screen.getByText('ada@title')).toBeInTheDocument()
  expect(screen.getByText('free')).toBeInTheDocument()
  fireEvent.blur(screen.getByLabelText('title'))
  await room.advance(200)
  expect(screen.getByText('nowhere')).toBeInTheDocument()
})
