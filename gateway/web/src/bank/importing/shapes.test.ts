import { expect, test } from 'vitest';
import { strings } from '../../i18n/en';
import { KINDS, shapeWords } from './shapes';

test('a name is read part by part', () => {
  expect(shapeWords('heading-3')).toEqual({ kind: 'heading', level: '3', apart: [] });
  expect(shapeWords('number-1')).toEqual({ kind: 'number', apart: [] });
  expect(shapeWords('folded-quote-bullet-2-bold')).toEqual({ kind: 'bullet', apart: ['nested', 'folded', 'quoted', 'bold'] });
  expect(shapeWords('list-1-heading-3-question')).toEqual({ kind: 'heading', level: '3', apart: ['listed', 'marked'] });
  expect(shapeWords('text-question-indented')).toEqual({ kind: 'text-question', apart: ['indented'] });
  expect(shapeWords('quote-bold')).toEqual({ kind: 'bold', apart: ['quoted'] });
  expect(shapeWords('something-new')).toBeNull();
});

test('there are words for every part', () => {
  const parts = ['nested', 'folded', 'quoted', 'listed', 'indented', 'bold', 'marked', 'label'].map((it) => `shape.apart.${it}`);
  const kinds = [...KINDS, 'heading', 'bullet', 'number', 'column', 'field'].map((it) => `shape.${it}`);
  expect([...kinds, ...parts].filter((key) => !(key in strings))).toEqual([]);
});
