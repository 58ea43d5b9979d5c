import { describe, expect, it } from 'vitest'
import { helpText, OPTION_ROWS, readArguments, variableOf } from './options.ts'
import { readEnvironment } from './readEnvironment.ts'
import { readSettings } from './settings.ts'

const read = (args: readonly string[], environment: Record<string, string> = {}) =>
  readSettings(readEnvironment(environment), readArguments(args))

const refusal = (pattern: RegExp): Error =>
  expect.objectContaining({ code: 'unsupported', message: expect.stringMatching(pattern) })

describe('settings of rollcall-server', () => {
  it('needs to know how users prove who they are, and names the three ways', () => {
    expect(() => read([])).toThrow(refusal(/--secret.*--jwks.*--dev/))
  })

  it('has defaults for the rest', () => {
    expect(read(['--secret', 'x'])).toEqual({
      mode: 'production',
      port: 8_080,
      path: '/realtime',
      tokens: { kind: 'secret', secret: 'x' },
      open: false,
      metrics: 'local',
      logLevel: 'info',
    })
  })

  it('takes every option', () => {
    const args =
      '--port 0 --host ::1 --path /presence/ --jwks https://a/jwks --issuer me --audience you --origin https://a --origin https://b --open --window 90s --away-after 5m --limits limits.json --metrics open --log-level debug'
    expect(read(args.split(' '))).toEqual({
      mode: 'production',
      port: 0,
      host: '::1',
      path: '/presence',
      tokens: { kind: 'jwks', jwks: 'https://a/jwks' },
      issuer: 'me',
      audience: 'you',
      origins: ['https://a', 'https://b'],
      open: true,
      window: 90_000,
      awayAfter: 300_000,
      limitsFile: 'limits.json',
      metrics: 'open',
      logLevel: 'debug',
    })
  })

  it('takes the same from the environment; arguments win', () => {
    const environment = {
      ROLLCALL_PORT: '4000',
      ROLLCALL_ORIGIN: 'https://a, https://b',
      ROLLCALL_OPEN: '1',
      ROLLCALL_SECRET: 'from the environment',
      ROLLCALL_LOG_LEVEL: 'warn',
      ROLLCALL_HOST: ' ',
      ROLLCALL_HELP: '1',
      ROLLCALL_OTHER: 'somebody else’s',
    }
    expect(read(['--port', '5000', '--origin', 'https://c'], environment)).toMatchObject({
      port: 5_000,
      origins: ['https://c'],
      open: true,
      tokens: { kind: 'secret', secret: 'from the environment' },
      logLevel: 'warn',
    })
    expect(read([], environment)).toMatchObject({ port: 4_000, origins: ['https://a', 'https://b'] })
  })

  it('in development mode is open, on this machine only', () => {
    expect(read(['--dev'])).toMatchObject({ mode: 'development', host: '127.0.0.1', open: true })
    expect(read([], { ROLLCALL_DEV: 'true' })).toMatchObject({ mode: 'development' })
    expect(read(['--dev', '--host', 'localhost'])).toMatchObject({ host: 'localhost' })
    expect(() => read(['--dev', '--host', '0.0.0.0'])).toThrow(refusal(/this machine only/))
  })

  it('lets `pnpm server -- --dev` hand its separator on', () => {
    expect(read(['--', '--dev'])).toMatchObject({ mode: 'development' })
  })

  it.each([
    [['--dev', '--port', '80a'], /--port is a number from 0 to 65535/],
    [['--dev', '--port', '65536'], /--port is a number from 0 to 65535/],
    [['--dev', '--path', 'realtime'], /--path begins with/],
    [['--dev', '--path', '/a?b'], /--path begins with/],
    [['--dev', '--window', 'soon'], /--window is a time, such as 60s/],
    [['--dev', '--away-after', '-1'], /--away-after/],
    [['--dev', '--log-level', 'loud'], /--log-level is one of debug, info/],
    [['--secret', 'x', '--jwks', 'y'], /exclude each other/],
    [['--dev', '--colour'], /--colour.*--help/],
    [['--dev', '--port'], /--port/],
    [['--dev', 'operand'], /operand/],
  ])('refuses %j with a sentence that names the fix', (args, pattern) => {
    expect(() => read(args)).toThrow(refusal(pattern))
  })

  it('refuses a switch in the environment that is neither on nor off', () => {
    expect(() => read([], { ROLLCALL_DEV: 'maybe' })).toThrow(refusal(/ROLLCALL_DEV is a switch; use 1 or 0/))
  })
})

describe('helpText', () => {
  it('names every option', () => {
    const text = helpText()
    for (const { name } of OPTION_ROWS) expect(text).toContain(`--${name}`)
    expect(variableOf('away-after')).toBe('ROLLCALL_AWAY_AFTER')
  })
})
