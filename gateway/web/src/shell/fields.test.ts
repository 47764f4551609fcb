import { expect, test } from 'vitest';
import { ApiProblem } from '../api/http';
import { faultyField, isCallLink, isLogin } from './fields';

test.each(['https://meet.example.org', 'https://meet.example.org/a?b=c#d', 'https://会议.example.org/后端', 'https://10.0.0.1:8443/x'])('%s is a call link', (link) => expect(isCallLink(link)).toBe(true));
test.each(['', 'https://', 'http://meet.example.org', 'javascript:alert(1)', 'https:meet', ' https://meet.example.org', 'https://a b', 'HTTPS//x', 'data:text/html,x', `https://x/${'y'.repeat(2000)}`])('%j is no call link', (link) => expect(isCallLink(link)).toBe(false));

test.each(['ivan', 'a', 'A-1-b', 'x'.repeat(39)])('%s is a login', (login) => expect(isLogin(login)).toBe(true));
test.each(['', '-a', 'a-', 'a--b', 'a b', 'a_b', '陈', 'x'.repeat(40)])('%j is no login', (login) => expect(isLogin(login)).toBe(false));

test('the field at fault is the one the service names', () => {
  expect(faultyField(new ApiProblem(400, 'INVALID_REQUEST', '', '', { field: 'title' }))).toBe('title');
  expect(faultyField(new ApiProblem(503, 'STORE_UNAVAILABLE', '', ''))).toBeNull();
  expect(faultyField(new Error('x'))).toBeNull();
});
