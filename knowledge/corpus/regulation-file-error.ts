/** What is wrong with a regulation file, and in which line: the one error the readers of this folder throw. */

export class RegulationFileError extends Error {
  override readonly name = 'RegulationFileError';
  readonly file: string;
  /** 1-based; null when the fault is of the file as a whole. */
  readonly line: number | null;
  /** In Chinese: the person who adds a regulation reads it. */
  readonly problem: string;

  constructor(file: string, line: number | null, problem: string, options?: ErrorOptions) {
    super(line === null ? `${file}:${problem}` : `${file} 第 ${line} 行:${problem}`, options);
    this.file = file;
    this.line = line;
    this.problem = problem;
  }
}
