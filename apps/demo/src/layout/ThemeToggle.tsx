import { Monitor, Moon, Sun } from 'lucide-react'
import type { Theme } from '../address/demoAddress.ts'
import { Segmented, type Segment } from './Segmented.tsx'

const THEMES: readonly Segment<Theme>[] = [
  { value: 'auto', label: 'Theme of this device', icon: <Monitor aria-hidden size={15} /> },
  { value: 'light', label: 'Light theme', icon: <Sun aria-hidden size={15} /> },
  { value: 'dark', label: 'Dark theme', icon: <Moon aria-hidden size={15} /> },
]

export interface ThemeToggleProps {
  readonly theme: Theme
  readonly onChange: (theme: Theme) => void
}

/** Light, dark, or as the device has it. */
export function ThemeToggle({ theme, onChange }: ThemeToggleProps) {
  return <Segmented label="Theme" look="icon" segments={THEMES} value={theme} onChange={onChange} />
}
