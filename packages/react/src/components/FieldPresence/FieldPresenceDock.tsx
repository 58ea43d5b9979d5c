'use client'
/** `FieldPresenceDockView` around fields of a form: it watches those that somebody is at, and leads there. */
import { forwardRef, useMemo } from 'react'
import type { DockedPerson } from '../../hooks/location/fieldDock.ts'
import { focusField } from '../../hooks/location/focusField.ts'
import { FieldDockContext, useFieldDock } from '../../hooks/location/useFieldDock.ts'
import { usePresenceSettings } from '../../hooks/usePresenceSettings.ts'
import type { Part } from '../part/partProps.ts'
import { FieldPresenceDockView, type FieldPresenceDockViewProps } from './FieldPresenceDockView.tsx'
import { joinRefs } from './joinRefs.ts'

export type FieldPresenceDockProps = Omit<FieldPresenceDockViewProps, 'above' | 'below'>

/** Give it the style that scrolls, or put it into what does: the page, if nothing else. */
export const FieldPresenceDock: Part<FieldPresenceDockProps, HTMLDivElement> = forwardRef<
  HTMLDivElement,
  FieldPresenceDockProps
>(function FieldPresenceDock({ onSelect, ...view }, ref) {
  const { locale, strings } = usePresenceSettings()
  const { dock, people } = useFieldDock()
  const attach = useMemo(() => joinRefs<HTMLDivElement>(dock.attach, ref), [dock, ref])
  const go = (person: DockedPerson): void => {
    // How fast is for the page's `scroll-behavior` to say.
    person.field.scrollIntoView({ block: 'center' })
    focusField(person.field)
    onSelect?.(person)
  }
  return (
    <FieldDockContext.Provider value={dock}>
      <FieldPresenceDockView {...{ locale, strings }} {...view} {...people} onSelect={go} ref={attach} />
    </FieldDockContext.Provider>
  )
})
