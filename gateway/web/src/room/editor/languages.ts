import { indentUnit } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { lineNumbers } from '@codemirror/view';
import type { TFunction } from 'i18next';
import { hangingIndent } from './wrapping';
import { codeLanguages, type CodeLanguage } from '../wire';

const NAMES: Record<Exclude<CodeLanguage, 'text'>, string> = {
  markdown: 'Markdown',
  python: 'Python',
  javascript: 'JavaScript',
  typescript: 'TypeScript',
  java: 'Java',
  go: 'Go',
  cpp: 'C++',
  sql: 'SQL',
};

/** What people read; names of languages are the same in every tongue, plain text is translated. */
export const languageName = (t: TFunction, language: CodeLanguage) => (language === 'text' ? t('editor.text') : NAMES[language]);

export const languageOf = (document: string) => document.slice(document.indexOf(':') + 1) as CodeLanguage;
export const questionOf = (document: string) => Number(document.slice(1, document.indexOf(':')));

export const isCode = (language: CodeLanguage) => language !== 'text' && language !== 'markdown';
export const isLanguage = (word: string): word is CodeLanguage => (codeLanguages as readonly string[]).includes(word);

const INDENT: Partial<Record<CodeLanguage, string>> = { python: '    ', java: '    ', cpp: '    ', go: '\t' };

/** What a language looks like before its grammar is there, so that nothing moves when it comes. */
export const shape = (language: CodeLanguage): Extension =>
  isCode(language) ? [indentUnit.of(INDENT[language] ?? '  '), lineNumbers(), hangingIndent] : [];

/** Highlighting and indentation; fetched when a document of the language is first shown. */
export async function grammar(language: CodeLanguage): Promise<Extension> {
  if (language === 'text') return [];
  const [{ writing }, support] = await Promise.all([import('./grammar'), parser(language)]);
  return [writing, support];
}

async function parser(language: Exclude<CodeLanguage, 'text'>): Promise<Extension> {
  switch (language) {
    case 'markdown': return (await import('@codemirror/lang-markdown')).markdown();
    case 'python': return (await import('@codemirror/lang-python')).python();
    case 'javascript': return (await import('@codemirror/lang-javascript')).javascript();
    case 'typescript': return (await import('@codemirror/lang-javascript')).javascript({ typescript: true });
    case 'java': return (await import('@codemirror/lang-java')).java();
    case 'go': return (await import('@codemirror/lang-go')).go();
    case 'cpp': return (await import('@codemirror/lang-cpp')).cpp();
    case 'sql': return (await import('@codemirror/lang-sql')).sql();
  }
}
