/** In CI every property starts from one seed, so that red means the change at hand; elsewhere each run tries other cases. */
import { configureGlobal } from 'fast-check'
import { isCi } from './machine.ts'

if (isCi()) configureGlobal({ seed: 20_261_122 })
