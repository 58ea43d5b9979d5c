import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useConnection } from '../../index.ts'
import { createRenderCounts, renderWithPresence } from '../../testing/index.ts'

const Show = () => {
  const { state, device } = useConnection()
  return (
    <p>
      {state} {device}
    </p>
  )
}

test('the link goes and comes back', async () => {
  const { room } = await renderWithPresence(<Show />)
  expect(screen.getByText('connected online')).toBeInTheDocument()
  await room.drop()
  expect(screen.getByText('reconnecting online')).toBeInTheDocument()
  await room.resume()
  expect(screen.getByText('connected online')).toBeInTheDocument()
})

test('the device’s network is another fact than the link', async () => {
  const { page, room } = await renderWithPresence(<Show />)
  page.goOffline()
  await room.advance(0)
  expect(screen.getByText('connected offline')).toBeInTheDocument()
})

test('a selection outside of what changed does not render', async () => {
  const renders = createRenderCounts()
  const Device = () => <p>{useConnection(({ device }) => device)}</p>
  const { room } = await renderWithPresence(
    <renders.Probe id="device">
      <Device />
    </renders.Probe>,
  )
  renders.reset()
  await room.drop()
  expect(renders.of('device')).toBe(0)
})
