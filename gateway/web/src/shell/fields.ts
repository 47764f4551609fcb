import { ApiProblem } from '../api/http';

/** A call link must leave the page safely: https, a host, and no longer than the service keeps. */
export function isCallLink(link: string) {
  if (link.length > 2000 || !/^https:\/\/\S+$/.test(link)) return false;
  try {
    return new URL(link).hostname !== '';
  } catch {
    return false;
  }
}

/** A GitHub login: letters, digits and single hyphens inside, at most 39. */
export const isLogin = (login: string) => /^[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}$/i.test(login);

/** Which field the service found fault with, if it named one. */
export const faultyField = (error: unknown) => (error instanceof ApiProblem && typeof error.fields.field === 'string' ? error.fields.field : null);
