import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { limits, LONGEST_DOCUMENT, LONGEST_EDIT, plain, tooMuch } from './limits';

const paste = (doc: string, insert: string, to = 0) => {
  const transaction = EditorState.create({ doc, extensions: limits }).update({ changes: { from: 0, to, insert }, userEvent: 'input.paste' });
  return { length: transaction.newDoc.length, refused: transaction.effects.filter((e) => e.is(tooMuch)).map((e) => e.value) };
};

test('64 KB are pasted, and one more character changes nothing but says why', () => {
  expect(paste('', '字'.repeat(LONGEST_EDIT))).toEqual({ length: LONGEST_EDIT, refused: [] });
  expect(paste('kept', 'x'.repeat(LONGEST_EDIT + 1))).toEqual({ length: 4, refused: [{ what: 'edit', length: LONGEST_EDIT + 1 }] });
});

test('characters that take six bytes each in a frame count as what they are', () => {
  expect(paste('', '\u0001'.repeat(50_000))).toMatchObject({ length: 0, refused: [{ what: 'edit' }] });
});

test('a document that is full takes no more, and can always be made shorter', () => {
  const full = 'x'.repeat(LONGEST_DOCUMENT);
  expect(paste(full, 'y')).toEqual({ length: LONGEST_DOCUMENT, refused: [{ what: 'document', length: LONGEST_DOCUMENT + 1 }] });
  expect(paste(full, 'y', 2)).toEqual({ length: LONGEST_DOCUMENT - 1, refused: [] });
  expect(paste(`${full}xxx`, '', 2)).toEqual({ length: LONGEST_DOCUMENT + 1, refused: [] });
});

test('line breaks of every system become one, and half a character is marked', () => {
  expect(plain('a\r\nb\rc\u2028d\u2029e\u0085f\vg\fh')).toBe('a\nb\nc\nd\ne\nf\ng\nh');
  expect(plain('ok 😀 \ud83d')).toBe('ok 😀 \ufffd');
});
