// @vitest-environment node
import { expect, test } from 'vitest';
import { readAddress } from '../../../utils/portal/address';

test.each([
  ['portal.example.com', 'https://portal.example.com'],
  ['  portal.example.com \n', 'https://portal.example.com'],
  ['https://portal.example.com', 'https://portal.example.com'],
  ['HTTPS://Portal.Example.COM/', 'https://portal.example.com'],
  ['https://portal.example.com/#/env/1/users?x=1', 'https://portal.example.com'],
  ['portal.example.com:8443', 'https://portal.example.com:8443'],
  ['portal.example.com:443', 'https://portal.example.com'],
  ['portal.example.com/login', 'https://portal.example.com'],
  ['10.0.0.1', 'https://10.0.0.1'],
  ['https://[::1]:8443', 'https://[::1]:8443'],
  ['bücher.example', 'https://xn--bcher-kva.example'],
  ['localhost:8443', 'https://localhost:8443'],
  ['http://localhost:8800/login', 'http://localhost:8800'],
  ['http://127.0.0.1:8800', 'http://127.0.0.1:8800'],
])('reads %j as the portal %s', (typed, origin) => {
  expect(readAddress(typed)).toEqual({ origin });
});

test.each([
  ['', 'empty'],
  ['  ', 'empty'],
  ['http://portal.example.com', 'insecure'],
  ['http://127.0.0.2', 'insecure'],
  ['http://localhost.example.com', 'insecure'],
  ['portal', 'malformed'],
  ['my portal', 'malformed'],
  ['https://', 'malformed'],
  ['.example.com', 'malformed'],
  ['portal..example.com', 'malformed'],
  ['portal.example.com:99999', 'malformed'],
  ['ftp://portal.example.com', 'malformed'],
  ['file:///etc/passwd', 'malformed'],
  ['javascript:alert(1)', 'malformed'],
  ['chrome-extension://abc/popup.html', 'malformed'],
  ['me@portal.example.com', 'malformed'],
  ['https://me:secret@portal.example.com', 'malformed'],
  ['https://portal.example.com@evil.example', 'malformed'],
])('rejects %j as %s', (typed, problem) => {
  expect(readAddress(typed)).toEqual({ problem });
});
