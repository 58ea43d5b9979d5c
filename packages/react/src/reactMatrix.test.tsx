import { render, screen } from '@testing-library/react'
import { version } from 'react'
import { version as domVersion } from 'react-dom'
import { expect, test } from 'vitest'

/** Set by the vitest project: 18 or 19. */
declare const __REACT_MAJOR__: string

test(`React ${__REACT_MAJOR__} is really the one under test, renderer included`, () => {
  const Version = () => <p>{version}</p>
  render(<Version />)
  expect(screen.getByText(new RegExp(`^${__REACT_MAJOR__}\\.`))).toBeInTheDocument()
  expect(domVersion).toBe(version)
})
