/** Where the gateway serves the interpreter's files, and how large they are together. */
declare const __PYODIDE__: { path: string; bytes: number };
