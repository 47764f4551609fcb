import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { tags as t } from '@lezer/highlight';

/** Six voices, no more; what a word is also shows in its place, never in its colour alone. */
const colours = HighlightStyle.define([
  { tag: [t.keyword, t.operatorKeyword, t.modifier, t.controlKeyword, t.definitionKeyword, t.moduleKeyword], color: 'var(--code-keyword)' },
  { tag: [t.string, t.special(t.string), t.regexp, t.character], color: 'var(--code-string)' },
  { tag: [t.number, t.bool, t.null, t.atom, t.self], color: 'var(--code-number)' },
  { tag: [t.comment, t.meta], color: 'var(--code-comment)' },
  { tag: [t.typeName, t.className, t.namespace, t.tagName], color: 'var(--code-type)' },
  { tag: [t.function(t.variableName), t.function(t.propertyName), t.function(t.definition(t.variableName)), t.macroName, t.attributeName], color: 'var(--code-function)' },
  { tag: t.heading, fontWeight: '650', color: 'var(--code-keyword)' },
  { tag: t.strong, fontWeight: '650' },
  { tag: t.emphasis, fontStyle: 'italic' },
  { tag: t.strikethrough, textDecoration: 'line-through' },
  { tag: [t.link, t.url], color: 'var(--code-function)', textDecoration: 'underline' },
  { tag: t.monospace, color: 'var(--code-string)' },
  { tag: t.invalid, color: 'var(--miss)', textDecoration: 'underline wavy' },
]);

export const writing: Extension = [bracketMatching(), indentOnInput(), syntaxHighlighting(colours)];
