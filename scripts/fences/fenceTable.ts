/**
 * Chapter "Arrows" of docs/architecture.md as data: which room may import which, and what from outside.
 * Whoever changes a line here changes it there, in the same commit.
 */

/** A part of a package: the first room whose `holds` matches a path is its room. */
export interface Room {
  readonly name: string
  readonly holds: RegExp
  /** Names of other rooms of the same package; a room always may import itself. */
  readonly mayImport: readonly string[]
  /** Module names from outside the package; a trailing `*` stands for any ending. */
  readonly outside: readonly string[]
  /** Nothing it reaches, however far, may be `node:*` or `ws`: it has to run in a page. */
  readonly runsInPages?: true
}

export interface PackageFence {
  readonly folder: string
  readonly rooms: readonly Room[]
}

const protocolFace = ['@rollcall/protocol']
const clientPorts = [...protocolFace, 'rxjs', 'rxjs/*']
const react = ['react', 'react/*', 'react-dom', 'react-dom/*']
const coreFace = ['@rollcall/core', '@rollcall/core/bifur']

const protocol: PackageFence = {
  folder: 'packages/protocol/src/',
  rooms: [{ name: 'protocol', holds: /^/, mayImport: [], outside: [] }],
}

const features = ['presence', 'follow', 'typing']
const featureMayImport = ['member', 'transport port', 'store']
const coreParts = [
  'member',
  'page',
  'store',
  'environment',
  'connection',
  'transport port',
  'transport adapters',
  ...features,
]

const core: PackageFence = {
  folder: 'packages/core/src/',
  rooms: [
    { name: 'member', holds: /^member\//, mayImport: [], outside: protocolFace },
    { name: 'page', holds: /^page\//, mayImport: [], outside: [] },
    { name: 'store', holds: /^store\//, mayImport: [], outside: ['rxjs', 'rxjs/*'] },
    { name: 'environment', holds: /^environment\//, mayImport: ['page'], outside: clientPorts },
    { name: 'connection', holds: /^connection\//, mayImport: ['page'], outside: clientPorts },
    { name: 'transport port', holds: /^transport\/transport\.ts$/, mayImport: ['page'], outside: clientPorts },
    {
      name: 'transport adapters',
      holds: /^transport\//,
      mayImport: ['transport port', 'connection', 'page'],
      outside: [...clientPorts, '@sanity/bifur-client'],
    },
    ...features.map((name) => ({
      name,
      holds: new RegExp(`^${name}/`),
      mayImport: featureMayImport,
      outside: clientPorts,
    })),
    {
      name: 'client',
      holds: /^client\//,
      mayImport: coreParts,
      outside: clientPorts,
    },
    {
      name: 'testing',
      holds: /^testing\//,
      mayImport: [...coreParts, 'client'],
      outside: clientPorts,
    },
    {
      name: 'core face',
      holds: /^[^/]+$/,
      mayImport: [...coreParts, 'client'],
      outside: clientPorts,
    },
  ],
}

const reactPackage: PackageFence = {
  folder: 'packages/react/src/',
  rooms: [
    { name: 'strings', holds: /^strings\//, mayImport: [], outside: coreFace },
    { name: 'format', holds: /^format\//, mayImport: ['strings'], outside: coreFace },
    { name: 'announcer', holds: /^announcer\//, mayImport: ['format', 'strings'], outside: [] },
    {
      name: 'context',
      holds: /^context\//,
      mayImport: ['announcer', 'format', 'strings'],
      outside: [...react, ...coreFace, 'rxjs'],
    },
    {
      name: 'hooks',
      holds: /^hooks\//,
      mayImport: ['announcer', 'context', 'format', 'strings'],
      outside: [...react, ...coreFace, 'use-sync-external-store/*', 'rxjs'],
    },
    { name: 'suspense', holds: /^suspense\//, mayImport: ['context', 'hooks'], outside: [...react, ...coreFace] },
    {
      name: 'components',
      holds: /^components\//,
      mayImport: ['hooks', 'format', 'strings'],
      outside: [...react, 'clsx', '@tanstack/react-virtual'],
    },
    {
      name: 'testing',
      holds: /^testing\//,
      mayImport: ['strings', 'format', 'announcer', 'context', 'hooks', 'components'],
      outside: [...react, ...coreFace, '@rollcall/core/testing', '@testing-library/react', 'rxjs'],
    },
    {
      name: 'react face',
      holds: /^[^/]+$/,
      mayImport: ['strings', 'format', 'announcer', 'context', 'hooks', 'components'],
      outside: coreFace,
    },
  ],
}

const serverParts = [
  'log',
  'metrics port',
  'metrics',
  'environment',
  'backplane port',
  'memory backplane',
  'hub',
  'auth',
  'gateway',
  'socket gateway',
  'http',
]

const server: PackageFence = {
  folder: 'packages/server/src/',
  rooms: [
    { name: 'log', holds: /^log\//, mayImport: [], outside: [] },
    { name: 'metrics port', holds: /^metrics\/meter\.ts$/, mayImport: [], outside: [], runsInPages: true },
    { name: 'metrics', holds: /^metrics\//, mayImport: ['metrics port'], outside: ['prom-client', 'node:*'] },
    { name: 'environment', holds: /^environment\//, mayImport: [], outside: protocolFace, runsInPages: true },
    { name: 'backplane port', holds: /^backplane\/backplane\.ts$/, mayImport: [], outside: protocolFace },
    {
      name: 'redis backplane',
      holds: /^backplane\/redis/,
      mayImport: ['backplane port'],
      outside: [...protocolFace, 'redis', 'node:*'],
    },
    {
      name: 'memory backplane',
      holds: /^backplane\//,
      mayImport: ['backplane port'],
      outside: protocolFace,
      runsInPages: true,
    },
    { name: 'hub', holds: /^hub\//, mayImport: ['backplane port'], outside: protocolFace, runsInPages: true },
    { name: 'auth', holds: /^auth\//, mayImport: [], outside: [...protocolFace, 'jose', 'node:*'] },
    {
      name: 'socket gateway',
      holds: /^gateway\/webSocket/,
      mayImport: ['gateway', 'auth', 'hub', 'log'],
      outside: [...protocolFace, 'ws', 'node:*'],
    },
    {
      name: 'gateway',
      holds: /^gateway\//,
      mayImport: ['auth', 'hub', 'log', 'metrics port'],
      outside: protocolFace,
      runsInPages: true,
    },
    { name: 'http', holds: /^http\//, mayImport: ['auth', 'hub', 'log'], outside: [...protocolFace, 'node:*'] },
    {
      name: 'local',
      holds: /^local\//,
      mayImport: ['log', 'environment', 'backplane port', 'memory backplane', 'hub', 'auth', 'gateway'],
      outside: protocolFace,
      runsInPages: true,
    },
    {
      name: 'composition',
      holds: /^(createPresenceServer|presenceServer|serverGround|serverRoutes|nodePorts)\.ts$/,
      mayImport: serverParts,
      outside: [...protocolFace, 'ws', 'node:*'],
    },
    {
      name: 'vite',
      holds: /^vite\//,
      mayImport: ['composition', ...serverParts],
      outside: [...protocolFace, 'vite', 'node:*'],
    },
    {
      name: 'cli',
      holds: /^cli\//,
      mayImport: ['composition', 'redis backplane', ...serverParts],
      outside: [...protocolFace, 'node:*'],
    },
    {
      name: 'server face',
      holds: /^[^/]+$/,
      mayImport: ['composition', 'local', ...serverParts],
      outside: protocolFace,
    },
  ],
}

export const packageFences: readonly PackageFence[] = [protocol, core, reactPackage, server]

/** Words that say nothing about what a file is for, anywhere in a name; `frameHandlers` is the one that may keep its own. */
export const forbiddenWords: readonly string[] = [
  'common',
  'data',
  'handler',
  'handlers',
  'helper',
  'helpers',
  'manager',
  'misc',
  'service',
  'util',
  'utils',
]
/** Names that turn into attics when they stand alone. */
export const forbiddenNames: readonly string[] = ['shared', 'types']
export const allowedNames: readonly string[] = ['frameHandlers']

export const maxSourceLines = 300
export const maxTestLines = 500
