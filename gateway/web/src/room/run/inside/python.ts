import type { PyodideInterface } from 'pyodide';

type Report = { output(text: string): void; ended(failed: boolean): void };

/** What loading takes, in bytes; only so that progress can be shown. */
const ALL = 13_400_000;

/** Runs one program with the traceback that Python itself would print, and none of our own frames in it. */
const PROGRAM = `
import ast, builtins, inspect, linecache, sys, traceback

async def run(code, no_input):
    def refuse(*_):
        raise EOFError(no_input)
    builtins.input = refuse
    linecache.cache["main.py"] = (len(code), None, code.splitlines(True), "main.py")
    names = {"__name__": "__main__", "__builtins__": builtins}
    try:
        program = compile(code, "main.py", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, True)
        if program.co_flags & inspect.CO_COROUTINE:
            await eval(program, names)
        else:
            exec(program, names)
        return False
    except SystemExit as end:
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
        return end.code not in (None, 0)
    except BaseException as error:
        own = error.__traceback__
        while own and own.tb_frame.f_code.co_filename != "main.py":
            own = own.tb_next
        traceback.print_exception(type(error), error, own)
        return True
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
run
`;

type Run = (code: string, noInput: string) => Promise<boolean>;

/** Loads the interpreter; what comes back runs one program. */
export async function loadPython(address: string, loading: (share: number) => void) {
  const untouched = self.fetch;
  self.fetch = counted(untouched.bind(self), loading);
  const { loadPyodide } = (await import(/* @vite-ignore */ `${address}pyodide.mjs`)) as { loadPyodide(options: object): Promise<PyodideInterface> };
  const python = await loadPyodide({ indexURL: address });
  self.fetch = untouched;
  const run = python.runPython(PROGRAM) as Run;
  return async (code: string, noInput: string, { output, ended }: Report) => {
    const stream = () => {
      const decoder = new TextDecoder();
      return { isatty: true, write: (bytes: Uint8Array) => (output(decoder.decode(bytes, { stream: true })), bytes.length) };
    };
    python.setStdout(stream());
    python.setStderr(stream());
    ended(await run(code, noInput).catch((error: unknown) => (output(String(error)), true)));
  };
}

function counted(fetch: typeof self.fetch, loading: (share: number) => void): typeof self.fetch {
  let read = 0;
  return async (...request) => {
    const response = await fetch(...request);
    const counting = new TransformStream<Uint8Array, Uint8Array>({
      transform(bytes, controller) {
        read += bytes.length;
        loading(Math.min(1, read / ALL));
        controller.enqueue(bytes);
      },
    });
    return new Response(response.body?.pipeThrough(counting), { status: response.status, headers: response.headers });
  };
}
