import { expect, test } from 'vitest'
import { isPrivateHost } from './private-host'

const isPrivate = (address: string) => isPrivateHost(new URL(address))

test.each([
  'http://127.0.0.1:8787',
  'http://127.1',
  'http://2130706433',
  'http://0x7f.0.0.1',
  'http://0.0.0.0',
  'http://localhost',
  'http://localhost.',
  'http://any.localhost',
  'http://printer.local',
  'http://intranet',
  'http://10.1.2.3',
  'http://172.16.0.1',
  'http://172.31.255.255',
  'http://192.168.1.1',
  'http://169.254.169.254',
  'http://100.64.0.1',
  'http://[::1]',
  'http://[::]',
  'http://[fd00::1]',
  'http://[fe80::1]',
  'http://[::ffff:127.0.0.1]',
])('%s is of this machine or a private network', (address) => {
  expect(isPrivate(address)).toBe(true)
})

test.each(['https://i.pinimg.com', 'http://172.32.0.1', 'http://8.8.8.8', 'http://100.128.0.1', 'http://[2606:4700::1]'])(
  '%s is public',
  (address) => {
    expect(isPrivate(address)).toBe(false)
  },
)
