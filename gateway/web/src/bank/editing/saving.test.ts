import { expect, test } from 'vitest';
import { ApiProblem } from '../../api/http';
import { blank } from './form';
import { fieldFault, savedMeanwhile, upon } from './saving';

const mine = { base: 3, draftBase: 1, fromDraft: true };
const standing = { version: 4, draftBase: 2, by: 'github.com:2', at: '2026-01-05T09:00:00Z', form: blank('zh') };

test('goes on upon the version that was saved meanwhile', () => {
  expect(upon(mine, { ...standing, what: 'question' })).toMatchObject({ base: 4, draftBase: 2, fromDraft: true });
});

test('another draft stands upon the same version', () => {
  expect(upon(mine, { ...standing, version: 2, what: 'draft' })).toMatchObject({ base: 3, draftBase: 2 });
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
