import type { Preview, PreviewFile, PreviewItem } from './wire';

export const item = (it: Partial<PreviewItem>): PreviewItem => ({
  key: 'list.md#1', file: 'list.md', line: 1, kind: 'question', section: [], title: 'Question', body: '', reference: '', keyPoints: [], hints: [], rubric: [], followUps: [], sources: [],
  topics: [], tags: [], language: 'zh', difficulty: 'medium', minutes: 5, answerLines: [], because: '', outcome: 'added', included: true, id: null, before: null, sentences: 1, similar: [], ...it,
});

export const file = (it: Partial<PreviewFile>): PreviewFile => ({
  name: 'list.md', format: 'MARKDOWN', encoding: 'UTF-8', shape: 'list-item', shapes: [], confidence: 0.9, because: [], lines: [], marks: [], ...it,
});

export const preview = (it: Partial<Preview>): Preview => ({
  generation: 1, source: 'team list', sha256: '', confidence: 0.9, sure: true, files: [], left: [], items: [], missing: [], warnings: [],
  counts: { added: 0, changed: 0, unchanged: 0, known: 0, conflict: 0, duplicate: 0, requirement: 0, left: 0, tooLong: 0, retired: 0, requirements: 0 }, ...it,
});
