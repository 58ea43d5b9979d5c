import type { Random } from '@rollcall/protocol'

/** Chance by the platform's cryptographic source. */
export function createPlatformRandom(): Random {
  return {
    fraction: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
    bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  }
}
