'use client'
import { type Context, createContext, type RefObject, useContext, useEffect, useState } from 'react'
import { useStateSource } from '../useStateSource.ts'
import { createFieldDock, type DockedPeople, type DockedVisitor, type FieldDock, NOBODY_DOCKED } from './fieldDock.ts'

/** The dock around a field; without one nothing is looked at. */
export const FieldDockContext: Context<FieldDock | undefined> = createContext<FieldDock | undefined>(undefined)

/** A dock of one's own: give `dock` to the context, and its `attach` to the element around the fields as a ref. */
export function useFieldDock(): { readonly dock: FieldDock; readonly people: DockedPeople } {
  const [dock] = useState(createFieldDock)
  return { dock, people: useStateSource(dock, { initial: NOBODY_DOCKED }) }
}

/** Shows `visitors` in the dock around `field`, if there is one, while the field is out of view. Keep their identity. */
export function useDocked(field: RefObject<Element | null>, visitors: readonly DockedVisitor[]): void {
  const dock = useContext(FieldDockContext)
  useEffect(() => {
    const element = field.current
    if (dock === undefined || element === null) return undefined
    return () => dock.hide(element)
  }, [dock, field])
  useEffect(() => {
    const element = field.current
    if (dock === undefined || element === null) return
    if (visitors.length === 0) dock.hide(element)
    else dock.show(element, visitors)
  }, [dock, field, visitors])
}
