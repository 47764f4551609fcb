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
  try {
    return opened(value, depth, above);
  } catch {
    return '[cannot be shown]';
  }
}

/** Runs code of the value's own where that is a proxy or has a getter in its prototype. */
function opened(value: object, depth: number, above: unknown[]): string {
  if (above.includes(value)) return '[Circular]';
  if (value instanceof Error) return traced(value, above);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (value instanceof RegExp) return String(value);
  if (value instanceof Promise) return 'Promise {}';
  const name = Object.getPrototypeOf(value) === null ? '[null prototype]' : value.constructor?.name || 'Object';
  if (depth >= DEEPEST) return Array.isArray(value) ? '[Array]' : `[${name}]`;
  const inside = (it: unknown) => inspect(it, depth + 1, [...above, value]);
  if (Array.isArray(value)) return list('[', first(value, inside), ']');
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) return `${name} ${list('[', first(value as unknown as ArrayLike<unknown>, inside), ']')}`;
  if (value instanceof Map) return `Map(${value.size}) ${list('{', first([...value], ([k, v]) => `${inside(k)} => ${inside(v)}`), '}')}`;
  if (value instanceof Set) return `Set(${value.size}) ${list('{', first([...value], inside), '}')}`;
  const fields = first(Object.keys(value), (key) => `${/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key) ? key : quoted(key)}: ${field(value, key, inside)}`);
  return (name === 'Object' ? '' : `${name} `) + list('{', fields, '}');
}

function field(value: object, key: string, inside: (it: unknown) => string) {
  const own = Object.getOwnPropertyDescriptor(value, key);
  return own && !('value' in own) ? '[Getter]' : inside(own?.value);
}

const quoted = (text: string) => (text.includes("'") ? JSON.stringify(text) : `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"')}'`);

/** Only what is shown is looked at: a program may print a list of millions. */
function first<T>(items: ArrayLike<T>, shown: (item: T) => string): string[] {
  const some = Array.from({ length: Math.min(items.length, MOST) }, (_, i) => shown(items[i]!));
  return items.length > MOST ? [...some, `… ${items.length - MOST} more`] : some;
}

function list(open: string, items: string[], close: string) {
  const [before, after] = open === '{' ? ['{ ', ' }'] : [open, close];
  if (items.length === 0) return open + close;
  const line = before + items.join(', ') + after;
  return line.length <= 76 && !line.includes('\n') ? line : `${open}\n  ${items.join(',\n').replaceAll('\n', '\n  ')}\n${close}`;
}

/** What nobody caught: an error with the lines of the code that it passed through and none of ours, or whatever was thrown. */
export function trace(thrown: unknown): string {
  const shown = inspect(thrown, 1);
  return isError(thrown) ? shown : `Uncaught ${shown}`;
}

function isError(thrown: unknown) {
  try {
    return thrown instanceof Error;
  } catch {
    return false;
  }
}

function traced(error: Error, above: unknown[]): string {
  const calls = (error.stack ?? '').split('\n').filter((line) => /^\s+at .*main\.js:\d/.test(line));
  const from = (label: string, cause: unknown) => `    [${label}]: ${inspect(cause, 1, [...above, error]).replaceAll('\n', '\n    ')}`;
  return [
    `${error.name}: ${error.message}`,
    ...calls.map((line) => `    ${line.trim()}`),
    ...(error instanceof AggregateError ? error.errors.slice(0, MOST).map((it) => from('error', it)) : []),
    ...(error.cause === undefined ? [] : [from('cause', error.cause)]),
  ].join('\n');
}
