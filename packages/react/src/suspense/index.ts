'use client'
// The face of @rollcall/react/suspense: the same names, waiting for the first sync. Import everything else from the package itself.
import { useLocations as readLocations } from '../hooks/location/useLocations.ts'
import { useLastSeen as readLastSeen } from '../hooks/person/useLastSeen.ts'
import { useDeparted as readDeparted } from '../hooks/presence/useDeparted.ts'
import { useMember as readMember } from '../hooks/presence/useMember.ts'
import { useOccupancy as readOccupancy } from '../hooks/presence/useOccupancy.ts'
import { useOthers as readOthers } from '../hooks/presence/useOthers.ts'
import { useOthersMapped as readOthersMapped } from '../hooks/presence/useOthersMapped.ts'
import { usePresence as readPresence } from '../hooks/presence/usePresence.ts'
import { useSelf as readSelf } from '../hooks/presence/useSelf.ts'
import { afterSync } from './afterSync.ts'

export const usePresence: typeof readPresence = afterSync('usePresence', readPresence)
export const useSelf: typeof readSelf = afterSync('useSelf', readSelf)
export const useOthers: typeof readOthers = afterSync('useOthers', readOthers)
export const useOthersMapped: typeof readOthersMapped = afterSync('useOthersMapped', readOthersMapped)
export const useMember: typeof readMember = afterSync('useMember', readMember)
export const useDeparted: typeof readDeparted = afterSync('useDeparted', readDeparted)
export const useOccupancy: typeof readOccupancy = afterSync('useOccupancy', readOccupancy)
export const useLocations: typeof readLocations = afterSync('useLocations', readLocations)
/** In a room only: who of it, or lately gone from it, was here last. */
export const useLastSeen: typeof readLastSeen = afterSync('useLastSeen', readLastSeen)
