/** What a shape's name says: its kind of block, and what sets these apart from others of the kind. Both are keys of sentences. */
export type ShapeWords = { kind: string; level?: string; apart: string[] };

const BEFORE = [['folded-', 'folded'], ['quote-', 'quoted']] as const;
const AFTER = [['-indented', 'indented'], ['-bold', 'bold'], ['-question', 'marked'], ['-label', 'label']] as const;

/** The service names kinds of blocks by parts, such as `folded-quote-bullet-2-bold`; null for a name that it did not have before. */
export function shapeWords(shape: string): ShapeWords | null {
  let name = shape;
  const apart: string[] = [];
  for (const [prefix, word] of BEFORE) {
    if (name.startsWith(prefix)) { apart.push(word); name = name.slice(prefix.length); }
  }
  if (/^list-\d+-/.test(name)) { apart.push('listed'); name = name.replace(/^list-\d+-/, ''); }
  for (const [suffix, word] of AFTER) {
    if (name.endsWith(suffix) && name !== suffix.slice(1) && name !== `text${suffix}`) { apart.push(word); name = name.slice(0, -suffix.length); }
  }
  const [, kind, level] = /^(heading|bullet|number|column|field)-(\d+)$/.exec(name) ?? [];
  if (kind === 'heading' || kind === 'column' || kind === 'field') return { kind, level, apart };
  if (kind) return { kind, apart: level === '1' ? apart : ['nested', ...apart] };
  return KINDS.has(name) ? { kind: name, apart } : null;
}

export const KINDS = new Set([
  'paragraph', 'line', 'table', 'file', 'summary', 'bold', 'bold-number', 'text',
  'text-comma', 'text-paren', 'text-round', 'text-circle', 'text-han', 'text-question', 'text-dot', 'exported', 'json-object',
]);
