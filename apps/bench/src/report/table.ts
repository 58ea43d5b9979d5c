/** Prints rows under their headings, first column to the left, numbers to the right. */

export interface Table {
  readonly title: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** As text, also readable as Markdown. */
export function formatTable({ title, headings, rows }: Table): string {
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[]): string => {
    const padded = widths.map((width, column) =>
      column === 0 ? (cells[column] ?? '').padEnd(width) : (cells[column] ?? '').padStart(width),
    )
    return `| ${padded.join(' | ')} |`
  }
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`
  return ['', title, '', line(headings), rule, ...rows.map(line)].join('\n')
}

/** Says whether a goal is met. A benchmark reports; it never fails on the clock. */
export function formatGoal(name: string, measured: string, isMet: boolean): string {
  return `goal ${isMet ? 'met   ' : 'MISSED'}  ${name}: ${measured}`
}
