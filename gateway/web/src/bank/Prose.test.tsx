// @vitest-environment jsdom
import { cleanup, render, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Prose } from './Prose';

afterEach(cleanup);

const hostile = [
  '<script>document.title = "hacked"</script>',
  '<img src=x onerror="document.title=\'hacked\'">',
  '<svg onload=alert(1)><a href="javascript:alert(1)">x</a></svg>',
  '[link](javascript:alert(1)) [vb](vbscript:x) [data](data:text/html;base64,PHNjcmlwdD4=) <javascript:alert(1)>',
  '![picture](javascript:alert(1))',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe><style>body{display:none}</style><form action=//evil><input></form>',
];

test('no HTML of a list is ever honoured, and no link leads into a script', async () => {
  const { container } = render(<Prose text={hostile.join('\n\n')} />);
  await waitFor(() => expect(container.querySelector('a')).toBeTruthy());
  expect(container.querySelectorAll('script, img, svg, iframe, style, form, input, object, embed').length).toBe(0);
  for (const element of container.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      expect(name).not.toMatch(/^on/i);
      expect(value).not.toMatch(/^\s*(javascript|vbscript|data):/i);
    }
  }
  expect(container.textContent).toContain('<script>');
});
