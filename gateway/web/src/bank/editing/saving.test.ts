import { describe, expect, test } from 'vitest';
import { ApiProblem } from '../../api/http';
import type { BankQuestion, PastVersion } from '../../api/types';
import { blank, clashes } from './form';
import { after, ancestor, beginning, fieldFault, isBehind, publishedSince, savedMeanwhile, upon } from './saving';

const published = { ...blank('zh'), title: '什么是 AOF？' };
const draft = { ...published, reference: '追加日志' };
const now = { ...published, body: '说说两种。' };
const mine = { base: 3, stood: published, draftBase: 1, draftOn: 3, fromDraft: true, began: draft, form: { ...draft, topic: 'Redis' }, at: 0 };
const standing = { version: 4, draftBase: null, by: 'github.com:2', at: '2026-01-05T09:00:00Z', form: now };

test('goes on upon the version that was saved meanwhile, with the draft that was seen', () => {
  expect(upon(mine, { ...standing, what: 'question' })).toEqual({ base: 4, stood: now, draftBase: 1, draftOn: 3, fromDraft: true, form: draft });
  expect(upon({ ...mine, fromDraft: false }, { ...standing, what: 'question' }).form).toBe(now);
});

test('another draft stands upon its own version, and is what was seen from here on', () => {
  expect(upon(mine, { ...standing, version: 2, draftBase: 2, what: 'draft' })).toEqual({ base: 3, stood: published, draftBase: 2, draftOn: 2, fromDraft: true, form: now });
});

test('what a draft changes of an earlier version counts as changed, and what was published since is kept', () => {
  expect(clashes(ancestor(mine, { ...standing, what: 'question' }), mine.form, now)).toEqual([
    { field: 'body', side: 'theirs', both: false },
    { field: 'topic', side: 'mine', both: false },
    { field: 'reference', side: 'mine', both: false },
  ]);
  expect(ancestor(mine, { ...standing, what: 'draft' })).toBe(draft);
});

test('what was saved is written upon from here on, also when nothing leads away', () => {
  expect(after(mine, { id: 'q1', version: 4, draftBase: 2 }, true)).toEqual({ base: 4, stood: mine.form, draftBase: 2, draftOn: null, fromDraft: false, form: mine.form });
  expect(after(mine, { id: 'q1', version: 3, draftBase: 2 }, false)).toEqual({ base: 3, stood: published, draftBase: 2, draftOn: 3, fromDraft: true, form: mine.form });
});

describe('a draft upon an earlier version', () => {
  const question = { id: 'q1', version: 2, title: now.title, body: now.body, language: 'zh', topic: '', difficulty: 'medium', minutes: 5, tags: [], hasReference: false, draft, draftBase: 1, draftOn: 1 } as unknown as BankQuestion;
  const versions = [
    { version: 2, kind: 'published', by: 'github.com:2', at: '2026-01-05T09:00:00Z', form: now },
    { version: 1, kind: 'drafted', by: 'github.com:3', at: '2026-01-04T09:00:00Z', form: draft },
    { version: 1, kind: 'published', by: 'github.com:2', at: '2026-01-03T09:00:00Z', form: published },
  ] as PastVersion[];

  test('is begun upon that version, and compared with what stands', () => {
    expect(isBehind(question)).toBe(true);
    expect(beginning(question, versions)).toEqual({ base: 1, stood: published, draftBase: 1, draftOn: 1, fromDraft: true, form: draft });
    expect(publishedSince(1, question, versions)).toMatchObject({ what: 'question', version: 2, by: 'github.com:2', form: { body: now.body } });
  });

  test('no draft, or one upon the version that stands, begins with that', () => {
    expect(isBehind({ ...question, draftOn: 2 })).toBe(false);
    expect(beginning({ ...question, draftOn: 2 }, [])).toMatchObject({ base: 2, fromDraft: true, form: draft });
    expect(beginning({ ...question, draft: null, draftOn: null }, [])).toMatchObject({ base: 2, fromDraft: false });
    expect(publishedSince(2, question, versions)).toBeNull();
  });
});

test('only a conflict has a text to compare with', () => {
  const conflict = new ApiProblem(409, 'EDIT_CONFLICT', '', '', { current: { ...standing, what: 'question' } });
  expect(savedMeanwhile(conflict)?.version).toBe(4);
  expect(savedMeanwhile(new ApiProblem(409, 'EDIT_CONFLICT', '', '', { current: { what: 'question', version: 0, form: null } }))).toBeNull();
  expect(savedMeanwhile(new ApiProblem(409, 'QUESTION_RETIRED', '', ''))).toBeNull();
});

test('a fault of a row is a fault of its field', () => {
  const refused = new ApiProblem(400, 'INVALID', '', '', { problems: [{ field: 'keyPoints[2].weight', code: 'OUT_OF_RANGE', limit: 3 }] });
  expect(fieldFault(refused, 'keyPoints')).toMatchObject({ code: 'OUT_OF_RANGE', limit: 3 });
  expect(fieldFault(refused, 'title')).toBeNull();
});
