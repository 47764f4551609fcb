import { inspect } from './inspect';

/** Makes the console say in words what Node's would. */
export function speak(output: (text: string) => void) {
  const now = performance.now.bind(performance);
  const counts = new Map<string, number>();
  const began = new Map<string, number>();
  let indent = '';
  const say = (...values: unknown[]) => output(`${indent}${written(values)}\n`.replaceAll(/\n(?!$)/g, `\n${indent}`));
  const passed = (label: string, more: unknown[] = []) => {
    const since = began.get(label);
    if (since !== undefined) say(`${label}: ${(now() - since).toFixed(3)}ms`, ...more);
  };
  for (const level of ['log', 'info', 'debug', 'warn', 'error', 'dir', 'table', 'trace'] as const) console[level] = say;
  Object.assign(console, {
    assert: (holds?: boolean, ...values: unknown[]) => {
      if (!holds) say(...(values.length > 0 ? ['Assertion failed:', ...values] : ['Assertion failed']));
    },
    count: (label = 'default') => {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      say(`${label}: ${counts.get(label)}`);
    },
    countReset: (label = 'default') => void counts.delete(label),
    time: (label = 'default') => void began.set(label, now()),
    timeLog: (label = 'default', ...more: unknown[]) => passed(label, more),
    timeEnd: (label = 'default') => {
      passed(label);
      began.delete(label);
    },
    group: (...values: unknown[]) => {
      if (values.length > 0) say(...values);
      indent += '  ';
    },
    groupEnd: () => {
      indent = indent.slice(2);
    },
  });
  console.groupCollapsed = console.group;
}

/** One line's values; a first text may have places for those after it. */
function written([first, ...rest]: unknown[]): string {
  const begin = typeof first === 'string' && rest.length > 0 ? first.replaceAll(/%[sdifjoOc%]/g, (place) => (place === '%%' ? '%' : rest.length > 0 ? put(place, rest.shift()) : place)) : inspect(first);
  return [begin, ...rest.map((it) => inspect(it))].join(' ');
}

function put(place: string, value: unknown): string {
  switch (place) {
    case '%d': return typeof value === 'bigint' ? `${value}n` : String(Number(value));
    case '%i': return String(Number.parseInt(String(value), 10));
    case '%f': return String(Number.parseFloat(String(value)));
    case '%c': return '';
    case '%s': return inspect(value);
    default: return inspect(value, 1);
  }
}
