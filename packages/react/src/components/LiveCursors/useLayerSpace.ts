'use client'
import { useMemo } from 'react'
import { createAnchorSpace } from './anchorSpace.ts'
import { type CursorSpace, type LayerSpace, percentSpace, pixelSpace } from './cursorSpace.ts'

/** The space that a prop names. */
export function useLayerSpace(space: 'percent' | 'pixels' | 'anchor' | CursorSpace): LayerSpace {
  return useMemo(() => {
    if (space === 'percent') return percentSpace
    if (space === 'pixels') return pixelSpace
    if (space === 'anchor') return createAnchorSpace()
    return {
      isLoose: false,
      encode: (point, area) => space.encode(point, area),
      decode: (position, area) => space.decode(position, area),
    }
  }, [space])
}
