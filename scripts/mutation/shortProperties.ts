/** A mutant that a property does not catch in this time may survive: the score is a lower bound, and comes the same day. */
import fc from 'fast-check'

fc.configureGlobal({ interruptAfterTimeLimit: 200 })
