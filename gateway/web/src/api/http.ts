/** What went wrong, as RFC 9457 says it, with the number that finds it in the logs. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly correlationId: string,
    readonly fields: Record<string, unknown> = {},
  ) {
    super(detail);
  }
}

const cookie = (name: string) =>
  document.cookie
    .split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);

const ANY = '*/*';
type Sending = { body?: unknown; key?: string; signal?: AbortSignal; accept?: string };

async function send<T>(method: string, path: string, { body, key, signal, accept = 'application/json' }: Sending = {}): Promise<T> {
  const correlationId = crypto.randomUUID();
  // Sentences that the services write are in the language of the app, whatever the browser prefers.
  const headers: Record<string, string> = { Accept: accept, 'Accept-Language': document.documentElement.lang, 'X-Correlation-Id': correlationId };
  if (method !== 'GET') {
    const token = cookie('XSRF-TOKEN');
    if (token) headers['X-XSRF-TOKEN'] = decodeURIComponent(token);
    headers['Idempotency-Key'] = key ?? crypto.randomUUID();
  }
  const form = body instanceof FormData;
  if (body !== undefined && !form) headers['Content-Type'] = 'application/json';
  let response: Response;
  try {
    response = await fetch(path, { method, headers, signal, body: body === undefined ? undefined : form ? body : JSON.stringify(body) });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiProblem(0, 'UNREACHABLE', '', correlationId);
  }
  const answeredId = response.headers.get('X-Correlation-Id') ?? correlationId;
  if (response.ok) return (response.status === 204 ? undefined : await (accept === ANY ? response.blob() : response.json())) as T;
  const problem = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  throw new ApiProblem(
    response.status,
    typeof problem.code === 'string' ? problem.code : `HTTP_${response.status}`,
    typeof problem.detail === 'string' ? problem.detail : String(problem.title ?? response.statusText),
    answeredId,
    problem,
  );
}

export const get = <T>(path: string) => send<T>('GET', path);
export const download = (path: string) => send<Blob>('GET', path, { accept: ANY });

/**
 * A command over HTTP. `key` names the person's one action: a retry of the same action hands in the same key and takes
 * effect once.
 */
export const post = <T>(path: string, body: unknown, key: string, signal?: AbortSignal) => send<T>('POST', path, { body, key, signal });
export const put = <T>(path: string, body: unknown, key: string) => send<T>('PUT', path, { body, key });
/** Files and what is to be done with them. */
export const upload = <T>(path: string, form: FormData, key: string, signal?: AbortSignal) => send<T>('POST', path, { body: form, key, signal });
export const remove = (path: string, key: string) => send<void>('DELETE', path, { key });
