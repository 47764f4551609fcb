const DEEPEST = 4;
const MOST = 100;

/** A value as a person would write it down. */
export function inspect(value: unknown, depth = 0, above: unknown[] = []): string {
  switch (typeof value) {
    case 'string': return depth === 0 ? value : quoted(value);
    case 'bigint': return `${value}n`;
    case 'symbol': return String(value);
    case 'function': return value.toString().startsWith('class') ? `[class ${value.name}]` : `[Function${value.name && `: ${value.name}`}]`;
    case 'object': return value === null ? 'null' : nested(value, depth, above);
    default: return Object.is(value, -0) ? '-0' : String(value);
  }
}

function nested(value: object, depth: number, above: unknown[]): string {
  if (above.includes(value)) return '[Circular]';
  if (value instanceof Error) return trace(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (value instanceof RegExp) return String(value);
  if (value instanceof Promise) return 'Promise {}';
  const name = Object.getPrototypeOf(value) === null ? '[null prototype]' : value.constructor?.name || 'Object';
  if (depth >= DEEPEST) return Array.isArray(value) ? '[Array]' : `[${name}]`;
  const inside = (it: unknown) => inspect(it, depth + 1, [...above, value]);
  if (Array.isArray(value)) return list('[', cut(value.map(inside)), ']');
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) return `${name} ${list('[', cut(Array.from(value as unknown as ArrayLike<unknown>, inside)), ']')}`;
  if (value instanceof Map) return `Map(${value.size}) ${list('{', cut([...value].map(([k, v]) => `${inside(k)} => ${inside(v)}`)), '}')}`;
  if (value instanceof Set) return `Set(${value.size}) ${list('{', cut([...value].map(inside)), '}')}`;
  const fields = Object.keys(value).map((key) => `${/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key) ? key : quoted(key)}: ${field(value, key, inside)}`);
  return (name === 'Object' ? '' : `${name} `) + list('{', cut(fields), '}');
}

function field(value: object, key: string, inside: (it: unknown) => string) {
  const own = Object.getOwnPropertyDescriptor(value, key);
  return own && !('value' in own) ? '[Getter]' : inside(own?.value);
}

const quoted = (text: string) => (text.includes("'") ? JSON.stringify(text) : `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"')}'`);

const cut = (items: string[]) => (items.length > MOST ? [...items.slice(0, MOST), `… ${items.length - MOST} more`] : items);

function list(open: string, items: string[], close: string) {
  const [before, after] = open === '{' ? ['{ ', ' }'] : [open, close];
  if (items.length === 0) return open + close;
  const line = before + items.join(', ') + after;
  return line.length <= 76 && !line.includes('\n') ? line : `${open}\n  ${items.join(',\n').replaceAll('\n', '\n  ')}\n${close}`;
}

/** An error with the lines of the code that it passed through, and none of ours. */
export function trace(error: unknown): string {
  if (!(error instanceof Error)) return `Uncaught ${inspect(error, 1)}`;
  const calls = (error.stack ?? '').split('\n').filter((line) => /^\s+at .*main\.js:\d/.test(line));
  return [`${error.name}: ${error.message}`, ...calls.map((line) => `    ${line.trim()}`)].join('\n');
}
