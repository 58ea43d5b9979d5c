import { describe, expect, it } from 'vitest'
import { createConsoleLogger } from './consoleLogger.ts'

function record(options: { level?: 'debug' | 'info' | 'warn' | 'error' | 'silent'; stamp?: () => string } = {}) {
  const lines: string[] = []
  return { lines, logger: createConsoleLogger({ ...options, write: (line) => lines.push(line) }) }
}

describe('createConsoleLogger', () => {
  it('writes level, event and facts on one line, and leaves out absent facts', () => {
    const { lines, logger } = record()
    logger.log('info', 'connection closed', { code: 4001, userId: 'ada', reason: undefined })
    expect(lines).toEqual(['info connection closed code=4001 userId="ada"'])
  })

  it('puts the stamp in front', () => {
    const { lines, logger } = record({ stamp: () => '2026-01-01T00:00:00Z' })
    logger.log('warn', 'slow consumer')
    expect(lines).toEqual(['2026-01-01T00:00:00Z warn slow consumer'])
  })

  it('writes nothing below its level, and nothing at all when silent', () => {
    const { lines, logger } = record({ level: 'warn' })
    logger.log('debug', 'frame')
    logger.log('info', 'frame')
    logger.log('warn', 'seen')
    logger.log('error', 'seen too')
    expect(lines).toEqual(['warn seen', 'error seen too'])

    const silent = record({ level: 'silent' })
    silent.logger.log('error', 'anything')
    expect(silent.lines).toEqual([])
  })

  it('T23: ids from outside cannot start a line, a terminal sequence or a change of direction', () => {
    const { lines, logger } = record()
    logger.log('info', 'hello', { userId: 'eve\r\ninfo forged\u001b[31m\u009b31m\u2028\u202e"' })
    expect(lines).toEqual([String.raw`info hello userId="eve\r\ninfo forged\u001b[31m\u009b31m\u2028\u202e\""`])
  })
})
