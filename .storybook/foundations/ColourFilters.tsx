import type { ReactElement } from 'react'

/** Machado, Oliveira and Fernandes 2009, severity 1, in linear RGB; and none at all. */
const MATRICES: Readonly<Record<string, readonly number[]>> = {
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
  achromatopsia: [0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722],
}

export const visions: readonly string[] = Object.keys(MATRICES)

function rowsOf(matrix: readonly number[]): string {
  const rows = [0, 3, 6].map((at) => `${matrix.slice(at, at + 3).join(' ')} 0 0`)
  return [...rows, '0 0 0 1 0'].join(' ')
}

/** Filters by the name of a vision: `filter: url(#deuteranopia)`. */
export function ColourFilters(): ReactElement {
  return (
    <svg width="0" height="0" aria-hidden style={{ position: 'absolute' }}>
      {Object.entries(MATRICES).map(([name, matrix]) => (
        <filter key={name} id={name} colorInterpolationFilters="linearRGB">
          <feColorMatrix type="matrix" values={rowsOf(matrix)} />
        </filter>
      ))}
    </svg>
  )
}
