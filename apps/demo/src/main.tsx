/** Joins address, client and page. The only file here that meets the globals of a page. */
import '@rollcall/react/styles.css'
import './app.css'
import './register.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { readDemoAddress, toSearch, type DemoAddress } from './address/demoAddress.ts'
import { randomTail } from './address/demoPerson.ts'
import { createDemo, createDemoCrowd } from './client/createDemo.ts'
import { NotFoundPage } from './routes/NotFoundPage.tsx'
import { PresencePage } from './routes/PresencePage.tsx'
import { languageOf } from './view/languages.ts'

const PRESENCE_PATH = '/presence'

/** Uniform in [0, 1). */
function chance(): number {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1))
  return number / 2 ** 32
}

/** The address bar and the theme follow what the page says of itself. */
function writeAddress(address: DemoAddress): void {
  const { search, hash } = window.location
  window.history.replaceState(window.history.state, '', `${PRESENCE_PATH}${toSearch(address, search)}${hash}`)
  const root = document.documentElement
  root.dataset['theme'] = address.theme
  root.dir = address.dir === 'auto' ? languageOf(address.language).dir : address.dir
}

function page() {
  const { pathname, search, origin } = window.location
  const address = readDemoAddress(search, chance)
  const path = pathname.replace(/\/+$/, '')
  if (path !== '' && path !== PRESENCE_PATH) {
    document.documentElement.dataset['theme'] = address.theme
    return <NotFoundPage path={pathname} search={search} />
  }
  writeAddress(address)
  const crowd = createDemoCrowd(address, origin)
  crowd.add(address.people)
  const demo = createDemo(address, origin)
  import.meta.hot?.dispose(() => {
    demo.client.dispose()
    crowd.clear()
  })
  return (
    <PresencePage
      initialDemo={demo}
      join={(next) => createDemo(next, origin)}
      crowd={crowd}
      initialAddress={address}
      tab={randomTail(chance)}
      onAddress={writeAddress}
    />
  )
}

const root = document.getElementById('root')
if (root === null) throw new Error('unable to start the demo; index.html has no #root')
createRoot(root).render(<StrictMode>{page()}</StrictMode>)
