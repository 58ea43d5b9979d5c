import { ArrowUpRight, Check } from 'lucide-react'
import './strip.css'

export interface InviteStripProps {
  /** Tabs of this person, this one included. */
  readonly ownTabs: number
  /** Names of the others here, in the order of the roster. */
  readonly others: readonly string[]
  /** The same person in a new tab. */
  readonly asMe: string
  /** A new person in a new tab. */
  readonly asSomeoneElse: string
}

/** How to get company; it notices when company comes. Its box is the same throughout. */
export function InviteStrip({ ownTabs, others, asMe, asSomeoneElse }: InviteStripProps) {
  const words = sayCompany(ownTabs, others)
  return (
    <aside className="strip" aria-label="Try it with a second tab">
      <p className="strip-words">
        <strong>{words.headline}</strong> <span>{words.detail}</span>
      </p>
      <div className="strip-actions">
        <InviteLink href={asMe} label="Open as me" done={ownTabs > 1} />
        <InviteLink href={asSomeoneElse} label="Open as someone else" done={others.length > 0} />
      </div>
    </aside>
  )
}

function InviteLink({ href, label, done }: { readonly href: string; readonly label: string; readonly done: boolean }) {
  return (
    <a className="button" data-done={done ? '' : undefined} href={href} target="_blank" rel="noopener">
      {done ? <Check aria-hidden size={15} /> : <ArrowUpRight aria-hidden size={15} />}
      {label}
    </a>
  )
}

function sayCompany(ownTabs: number, others: readonly string[]): { headline: string; detail: string } {
  if (others.length > 0) {
    return {
      headline: `${sayNames(others)} here with you.`,
      detail: 'Type, change your status, close a tab: they see it.',
    }
  }
  if (ownTabs > 1) {
    return {
      headline: `Tab ${ownTabs} joined as you.`,
      detail: `One person, ${ownTabs} sessions: close one, and only that number changes.`,
    }
  }
  return {
    headline: 'Open this page in another tab',
    detail: 'to see yourself join. Each tab is a session; one person stays one entry.',
  }
}

const names = new Intl.ListFormat('en', { type: 'conjunction' })

function sayNames(others: readonly string[]): string {
  const [first = '', second] = others
  if (second === undefined) return `${first} is`
  const rest = others.length - 2
  return `${names.format(rest > 0 ? [first, second, `${rest} more`] : [first, second])} are`
}
