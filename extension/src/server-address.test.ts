import { expect, test } from 'vitest'
import { permissionFor, serverAddress } from './server-address'

test('an address is kept without path, and with http where no protocol was typed', () => {
  expect(serverAddress(' https://toile.studio.example/app/ ')).toBe('https://toile.studio.example')
  expect(serverAddress('127.0.0.1:8787')).toBe('http://127.0.0.1:8787')
})

test('what is no address of a server is refused', () => {
  for (const typed of ['', '   ', 'http://', 'file:///etc/passwd', 'javascript://alert(1)', 'not an address']) {
    expect(serverAddress(typed), typed).toBeNull()
  }
})

test('permissions know no ports', () => {
  expect(permissionFor('https://toile.studio.example:8443')).toBe('https://toile.studio.example/*')
})
