const FIRST = ['Chidi', 'Dina', 'Emre', 'Fatima', 'Goran', 'Hanna', 'Ivo', 'Jun', 'Kofi', 'Layla']
const LAST = ['Abara', 'Berg', 'Costa', 'Dvořák', 'Eze', 'Fischer', 'García', 'Haddad', 'Ito', 'Jansen']

/** The name of one of a crowd, always the same. From the hundredth on they bear a number, as kings do. */
export function crowdName(index: number): string {
  const round = Math.floor(index / (FIRST.length * LAST.length))
  const name = `${FIRST[index % FIRST.length]} ${LAST[Math.floor(index / FIRST.length) % LAST.length]}`
  return round === 0 ? name : `${name} ${round + 1}`
}
