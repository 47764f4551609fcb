import type { PyodideInterface } from 'pyodide';
import type { Interpreter } from '../words';

type Report = { output(text: string): void; ended(failed: boolean): void };

/** Runs one program with the traceback that Python itself would print, and none of our own frames in it. */
const PROGRAM = `
import ast, asyncio, builtins, inspect, io, linecache, os, sys, traceback

HERE = inspect.currentframe().f_code.co_filename

async def run(code, no_input):
    class Nobody(io.TextIOBase):
        def read(self, *_):
            raise EOFError(no_input)
        readline = read
    def leave(status):
        raise SystemExit(status)
    sys.stdin = Nobody()
    builtins.input = sys.stdin.read
    os._exit = leave
    linecache.cache["main.py"] = (len(code), None, code.splitlines(True), "main.py")
    names = {"__name__": "__main__", "__builtins__": builtins}
    try:
        program = compile(code, "main.py", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, True)
        if program.co_flags & inspect.CO_COROUTINE:
            await eval(program, names)
        else:
            exec(program, names)
        while begun := asyncio.all_tasks() - {asyncio.current_task()}:
            await asyncio.gather(*begun)
        return False
    except SystemExit as end:
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
        return end.code not in (None, 0)
    except BaseException as error:
        shown = traceback.TracebackException.from_exception(error)
        shown.stack = traceback.StackSummary.from_list([it for it in shown.stack if it.filename != HERE])
        print("".join(shown.format()), end="", file=sys.stderr)
        return True
    finally:
        for stream in (sys.__stdout__, sys.__stderr__):
            if not stream.closed:
                stream.flush()
run
`;

type Run = (code: string, noInput: string) => Promise<boolean>;

/** An address that is none: whatever the interpreter asks for there is here already. */
const NOWHERE = 'https://python.invalid/';

/** Starts the interpreter; what comes back runs one program. */
export async function loadPython({ loader, module, wasm, library, lock }: Interpreter) {
  const files: Record<string, () => Response> = {
    [`${NOWHERE}pyodide.asm.wasm`]: () => new Response(wasm, { headers: { 'Content-Type': 'application/wasm' } }),
    [`${NOWHERE}python_stdlib.zip`]: () => new Response(library),
  };
  const untouched = self.fetch;
  self.fetch = async (wanted) => files[String(wanted)]?.() ?? Response.error();
  const { loadPyodide } = await script<{ loadPyodide(options: object): Promise<PyodideInterface> }>(loader);
  const { default: createPyodideModule } = await script<{ default: unknown }>(module);
  const python = await loadPyodide({ indexURL: NOWHERE, lockFileContents: new TextDecoder().decode(lock), createPyodideModule });
  self.fetch = untouched;
  const run = python.runPython(PROGRAM) as Run;
  return async (code: string, noInput: string, { output, ended }: Report) => {
    const stream = () => {
      const decoder = new TextDecoder();
      return { isatty: true, write: (bytes: Uint8Array) => (output(decoder.decode(bytes, { stream: true })), bytes.length) };
    };
    const died = (error: unknown) => {
      output(`${String(error)}\n`);
      ended(true);
    };
    // When the interpreter itself breaks down, nobody is left to answer.
    addEventListener('error', ({ message }) => died(message));
    addEventListener('unhandledrejection', ({ reason }) => died(reason));
    python.setStdout(stream());
    python.setStderr(stream());
    await run(code, noInput).then(ended, died);
  };
}

const script = <Module>(source: ArrayBuffer): Promise<Module> =>
  import(/* @vite-ignore */ URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
