import { AvatarStack, useClient, useDeparted, useMyStatus, useOthers, usePresence } from '@rollcall/react'
import { useState } from 'react'
import { toInviteSearch, toSearch, type DemoAddress } from '../address/demoAddress.ts'
import type { ConnectionView } from '../client/connectionView.ts'
import type { Demo } from '../client/createDemo.ts'
import { useConnectionView } from '../client/useConnectionView.ts'
import { useDraft } from '../client/useDraft.ts'
import { useEventLog } from '../client/useEventLog.ts'
import { useMe } from '../client/useMe.ts'
import { usePublishing } from '../client/usePublishing.ts'
import { useSessionWatch } from '../client/useSessionWatch.ts'
import { ConnectionPill } from '../layout/ConnectionPill.tsx'
import { DevtoolsToggle } from '../layout/DevtoolsToggle.tsx'
import { Header } from '../layout/Header.tsx'
import { InviteStrip } from '../layout/InviteStrip.tsx'
import { RoomChip } from '../layout/RoomChip.tsx'
import { ThemeToggle } from '../layout/ThemeToggle.tsx'
import { TroubleStrip } from '../layout/TroubleStrip.tsx'
import { ActivityPanel } from '../panels/activity/ActivityPanel.tsx'
import { CursorsPanel } from '../panels/cursors/CursorsPanel.tsx'
import { DocumentPanel } from '../panels/document/DocumentPanel.tsx'
import { EventsPanel } from '../panels/events/EventsPanel.tsx'
import { locationRows } from '../panels/locations/locationRows.ts'
import { LocationsPanel } from '../panels/locations/LocationsPanel.tsx'
import { NetworkSection } from '../panels/network/NetworkSection.tsx'
import { PeoplePanel } from '../panels/people/PeoplePanel.tsx'
import { MyStatusPanel, type ChosenStatus } from '../panels/status/MyStatusPanel.tsx'
import { DevtoolsSection } from './DevtoolsSection.tsx'

export interface PresenceScreenProps {
  readonly demo: Demo
  readonly address: DemoAddress
  readonly tab: string
  /** Told of what the address should say instead. */
  readonly onAddress: (changes: Partial<DemoAddress>) => void
}

/** Reads the room and hands it to the panels, which know only what they are given. */
export function PresenceScreen({ demo, address, tab, onAddress }: PresenceScreenProps) {
  const { self, members, locations, synced } = usePresence()
  const departed = useDeparted()
  const client = useClient()
  const me = useMe()
  const [status, setStatus] = useMyStatus()
  const view = useConnectionView()
  const watch = useSessionWatch(tab)
  const events = useEventLog()
  const noteDraft = useDraft()
  const choose = (chosen: ChosenStatus) => {
    // Online is not pinned: it would outlast the person. A refusal shows by itself, since nothing changes.
    setStatus(chosen === 'online' ? 'auto' : chosen).catch(() => {})
  }
  const [isPublishing, setPublishing] = useState(false)
  usePublishing(isPublishing)
  const sessions = members.flatMap((member) => member.sessions)
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
        <Strip address={address} view={view} />
        <div className="columns">
          <div className="column">
            <PeoplePanel members={members} departed={departed} self={self} synced={synced} stale={view.stale} />
            <MyStatusPanel status={status} onChange={choose} />
            <ActivityPanel
              {...{ activity: me.activity, project: me.project, language: me.language }}
              onChange={(changes) => {
                // Waits while the link is down; refused only when the client is gone.
                client.setActivity(changes).catch(() => {})
              }}
            />
          </div>
          <div className="column">
            <DocumentPanel onDraft={noteDraft} />
            <CursorsPanel />
            <LocationsPanel
              rows={locationRows({ members, locations, watch, ownTab: tab })}
              locations={locations}
              isPublishing={isPublishing}
              onPublishing={setPublishing}
              stale={view.stale}
            />
          </div>
          <div className="column">
            <NetworkSection
              network={demo.network}
              view={view}
              serverHref={toSearch({ ...address, medium: 'server' })}
              onPreset={(net) => onAddress({ net })}
            />
            <EventsPanel events={events} />
          </div>
        </div>
        {address.devtools ? (
          <DevtoolsSection
            {...{ demo, tab, view }}
            medium={address.medium}
            people={members.length}
            sessions={sessions.length}
            tookMs={watch.tookMs}
          />
        ) : undefined}
      </main>
    </>
  )
}

/** An invitation to get company, or what is wrong with the connection. */
function Strip({ address, view }: { readonly address: DemoAddress; readonly view: ConnectionView }) {
  const client = useClient()
  const ownTabs = usePresence((presence) => presence.self?.sessions.length ?? 1)
  const others = useOthers()
  if (view.stale) {
    const tabsHref = address.medium === 'tabs' ? undefined : toSearch({ ...address, medium: 'tabs' })
    return <TroubleStrip connection={view.connection} onRetry={() => client.retry()} tabsHref={tabsHref} />
  }
  return (
    <InviteStrip
      ownTabs={ownTabs}
      others={others.map((member) => member.info.name)}
      asMe={toSearch(address)}
      asSomeoneElse={toInviteSearch(address)}
    />
  )
}
