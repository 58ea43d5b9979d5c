import { Check, Link2 } from 'lucide-react'
import { useState } from 'react'
import { copyText } from './copyText.ts'
import './roomChip.css'

export interface RoomChipProps {
  readonly room: string
  /** What is copied: the room, without the person, so that whoever opens it is somebody else. */
  readonly link: string
}

/** Which room this is; a press copies the way into it. */
export function RoomChip({ room, link }: RoomChipProps) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    const done = await copyText(link)
    setCopied(done)
  }
  return (
    <span className="room-chip-place">
      <button
        type="button"
        className="room-chip"
        data-copied={copied ? '' : undefined}
        onClick={() => void copy()}
        onBlur={() => setCopied(false)}
        onPointerLeave={() => setCopied(false)}
        aria-label={`Room ${room}: copy the link to it`}
      >
        <span className="room-chip-word">room</span> <span className="room-chip-name">{room}</span>
        {copied ? <Check aria-hidden size={14} /> : <Link2 aria-hidden size={14} />}
      </button>
      <span role="status" className="room-chip-copied">
        {copied ? 'Link copied' : ''}
      </span>
    </span>
  )
}
