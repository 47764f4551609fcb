import type { PyodideInterface } from 'pyodide';
import type { Interpreter } from '../words';

type Report = { output(text: string): void; ended(failed: boolean): void };

/** Runs one program with the traceback that Python itself would print, and none of our own frames in it. */
const PROGRAM = `
import ast, builtins, inspect, linecache, sys, traceback

HERE = inspect.currentframe().f_code.co_filename

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
        shown = traceback.TracebackException.from_exception(error)
        shown.stack = traceback.StackSummary.from_list([it for it in shown.stack if it.filename != HERE])
        print("".join(shown.format()), end="", file=sys.stderr)
        return True
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
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
    python.setStdout(stream());
    python.setStderr(stream());
    ended(await run(code, noInput).catch((error: unknown) => (output(String(error)), true)));
  };
}

const script = <Module>(source: ArrayBuffer): Promise<Module> =>
  import(/* @vite-ignore */ URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
