import type { StateFrame, StatusFields } from '@rollcall/protocol'

/** What a session says of its person, without the rest of its state. */
export function pickFields(frame: StateFrame): StatusFields {
  return {
    status: frame.status,
    ...(frame.statusText === undefined ? {} : { statusText: frame.statusText }),
    ...(frame.activity === undefined ? {} : { activity: frame.activity }),
    ...(frame.project === undefined ? {} : { project: frame.project }),
    ...(frame.language === undefined ? {} : { language: frame.language }),
    ...(frame.metadata === undefined ? {} : { metadata: frame.metadata }),
  }
}
