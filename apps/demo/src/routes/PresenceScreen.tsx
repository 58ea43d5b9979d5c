import type { PresenceLocation } from '@rollcall/core'
import { AvatarStack, useClient } from '@rollcall/react'
import { useState } from 'react'
import { toInviteSearch, toSearch, type DemoAddress } from '../address/demoAddress.ts'
import type { ConnectionView } from '../client/connectionView.ts'
import type { Demo } from '../client/createDemo.ts'
import { useConnectionView } from '../client/useConnectionView.ts'
import { useDraft } from '../client/useDraft.ts'
import { useMe } from '../client/useMe.ts'
import { usePublishing } from '../client/usePublishing.ts'
import { TEST_DOCUMENT } from '../client/locationPublisher.ts'
import type { RoomPicture } from '../client/roomPicture.ts'
import { useNetworkState } from '../client/useNetworkState.ts'
import { useRecovery } from '../client/useRecovery.ts'
import { useRoomPicture } from '../client/useRoomPicture.ts'
import { useSessionWatch } from '../client/useSessionWatch.ts'
import { ConnectionPill } from '../layout/ConnectionPill.tsx'
import { DevtoolsToggle } from '../layout/DevtoolsToggle.tsx'
import { Header } from '../layout/Header.tsx'
import { InviteStrip } from '../layout/InviteStrip.tsx'
import { RoomChip } from '../layout/RoomChip.tsx'
import { ThemeToggle } from '../layout/ThemeToggle.tsx'
import { TroubleStrip } from '../layout/TroubleStrip.tsx'
import { ViewBar } from '../layout/ViewBar.tsx'
import type { AccessibilityPanelProps } from '../panels/accessibility/AccessibilityPanel.tsx'
import { ActivityPanel } from '../panels/activity/ActivityPanel.tsx'
import { CursorsPanel } from '../panels/cursors/CursorsPanel.tsx'
import { DocumentPanel } from '../panels/document/DocumentPanel.tsx'
import { EventsSection } from '../panels/events/EventsSection.tsx'
import { locationRows } from '../panels/locations/locationRows.ts'
import { LocationsPanel } from '../panels/locations/LocationsPanel.tsx'
import { NetworkSection } from '../panels/network/NetworkSection.tsx'
import { CrowdControls } from '../panels/people/CrowdControls.tsx'
import { PeoplePanel } from '../panels/people/PeoplePanel.tsx'
import { MyStatusPanel, type StatusChoice } from '../panels/status/MyStatusPanel.tsx'
import { TourPanel } from '../panels/tour/TourPanel.tsx'
import type { SimulatedCrowd } from '../simulation/simulatedCrowd.ts'
import { useTour } from '../tour/useTour.ts'
import { DevtoolsSection } from './DevtoolsSection.tsx'

export interface PresenceScreenProps extends AccessibilityPanelProps {
  readonly demo: Demo
  readonly crowd: SimulatedCrowd
  readonly address: DemoAddress
  readonly tab: string
  /** Told of what the address should say instead. */
  readonly onAddress: (changes: Partial<DemoAddress>) => void
}

/** Reads the room and hands it to the panels, which know only what they are given. */
export function PresenceScreen({ demo, crowd, address, tab, onAddress, verbosity, onVerbosity }: PresenceScreenProps) {
  const picture = useRoomPicture()
  const { self, members, departed, locations, synced } = picture
  const client = useClient()
  const me = useMe()
  const view = useConnectionView()
  const watch = useSessionWatch(tab)
  const noteDraft = useDraft()
  const recovery = useRecovery()
  const line = useNetworkState(demo.network)
  const [tour, noteTour] = useTour({
    status: me.status,
    ownSessions: self?.sessions.length ?? 0,
    others: members.filter(({ userId }) => userId !== self?.userId).length,
    departed: departed.length,
    isSilent: line?.isSilent ?? false,
    isOffline: line?.isOffline ?? false,
    isStale: view.stale,
    recovery,
    isAtField: locations.some(({ sessionId, locations: own }) => sessionId === me.sessionId && own.some(isField)),
  })
  const choose = ({ status, text, forMs }: StatusChoice) => {
    const until = forMs === undefined ? {} : { expiresAt: client.time.now() + forMs }
    // A refusal shows by itself, since nothing changes.
    client.setStatus(status, { ...(text !== undefined && text !== '' && { text }), ...until }).catch(() => {})
  }
  const [isPublishing, setPublishing] = useState(false)
  usePublishing(isPublishing)
  return (
    <>
      <a className="button skip-link" href="#people">
        Skip to the people
      </a>
      <Header
        room={<RoomChip room={address.room} link={new URL(toInviteSearch(address), window.location.href).href} />}
        people={<AvatarStack max={5} overlap={0.1} />}
        controls={
          <>
            <ConnectionPill view={view} medium={address.medium} />
            <ThemeToggle theme={address.theme} onChange={(theme) => onAddress({ theme })} />
            <DevtoolsToggle isOpen={address.devtools} onChange={(devtools) => onAddress({ devtools })} />
          </>
        }
      />
      <main className="page" id="people" tabIndex={-1}>
        <Strip address={address} view={view} picture={picture} />
        <div className="columns">
          <div className="column">
            <PeoplePanel
              {...{ members, departed, self, synced }}
              stale={view.stale}
              controls={<CrowdControls crowd={crowd} onPeople={(people) => onAddress({ people })} />}
            />
            <MyStatusPanel
              status={me.status}
              text={me.statusText}
              expiresAt={me.statusExpiresAt}
              isChosen={me.isStatusChosen}
              onChange={choose}
              awayAfterMs={address.awayAfterMs}
              onAwayAfter={(awayAfterMs) => onAddress({ awayAfterMs })}
            />
            <ActivityPanel
              {...{ activity: me.activity, project: me.project, language: me.language }}
              onChange={(changes) => {
                // Waits while the link is down; refused only when the client is gone.
                client.setActivity(changes).catch(() => {})
              }}
            />
          </div>
          <div className="column">
            <DocumentPanel onDraft={noteDraft} onFact={noteTour} />
            <CursorsPanel onFact={noteTour} />
            <LocationsPanel
              rows={locationRows({ members, locations, watch, ownTab: tab })}
              locations={locations}
              isPublishing={isPublishing}
              onPublishing={setPublishing}
              stale={view.stale}
            />
          </div>
          <div className="column">
            <TourPanel progress={tour} />
            <NetworkSection
              network={demo.network}
              view={view}
              recovery={recovery}
              serverHref={toSearch({ ...address, medium: 'server' })}
              onPreset={(net) => onAddress({ net })}
            />
            <EventsSection />
          </div>
        </div>
        {address.devtools ? (
          <DevtoolsSection
            {...{ demo, tab, view, members, verbosity, onVerbosity }}
            medium={address.medium}
            people={members.length}
            sessions={members.reduce((sum, member) => sum + member.sessions.length, 0)}
            tookMs={watch.tookMs}
          />
        ) : undefined}
        <ViewBar view={address} onChange={onAddress} />
      </main>
    </>
  )
}

/** Not where the publisher walks. */
function isField({ documentId }: PresenceLocation): boolean {
  return documentId !== TEST_DOCUMENT
}

interface StripProps {
  readonly address: DemoAddress
  readonly view: ConnectionView
  readonly picture: RoomPicture
}

/** An invitation to get company, or what is wrong with the connection. */
function Strip({ address, view, picture: { members, self } }: StripProps) {
  const client = useClient()
  const others = members.filter(({ userId }) => userId !== self?.userId)
  if (view.stale) {
    const tabsHref = address.medium === 'tabs' ? undefined : toSearch({ ...address, medium: 'tabs' })
    return <TroubleStrip connection={view.connection} onRetry={() => client.retry()} tabsHref={tabsHref} />
  }
  return (
    <InviteStrip
      ownTabs={self?.sessions.length ?? 1}
      others={others.map((member) => member.info.name)}
      asMe={toSearch(address)}
      asSomeoneElse={toInviteSearch(address)}
    />
  )
}
