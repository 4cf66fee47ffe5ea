import { expressionTokens } from "./expression-tokens.ts";

/** Where the parser is between two brackets, or outside all of them. */
interface Frame {
  /** The depth at which the content of the brackets begins. */
  readonly base: number;
  /** Behind the first `||`, or behind the first `&&` since, it is a level deeper. */
  or: 0 | 1;
  and: 0 | 1;
  /** Each `!` and each member on the way to a value is a level until the operand ends. */
  operand: number;
}

/**
 * How deep GitHub's parser goes into an expression. Source: the official parser, `@actions/expressions`, which counts
 * brackets, calls and indices, the operators that chain, negations and members.
 * @param source without `${{ }}`
 */
export function expressionDepth(source: string): number {
  const outside = frameAt(1);
  const frames = [outside];
  let deepest = 1;
  for (const token of expressionTokens(source)) {
    if (token === ")" || token === "]") frames.pop();
    const frame = frames.at(-1) ?? outside;
    // Only what stands in brackets is deeper: empty ones are no level.
    if (token === "(" || token === "[") frames.push(frameAt(depthOf(frame) + 1));
    else advance(frame, token);
    deepest = Math.max(deepest, depthOf(frame));
  }
  return deepest;
}

/** Takes in a token behind which the parser is still between the same brackets. */
function advance(frame: Frame, token: string): void {
  if (token === "." || token === "]" || token === "!") frame.operand += 1;
  else if (separators.has(token)) {
    frame.operand = 0;
    if (token === "&&") frame.and = 1;
    if (token === "||" || token === ",") frame.and = 0;
    if (token === "||") frame.or = 1;
    if (token === ",") frame.or = 0;
  }
}

/** What ends an operand. */
const separators: ReadonlySet<string> = new Set(["&&", "||", ",", "==", "!=", "<", ">", "<=", ">="]);

function frameAt(base: number): Frame {
  return { base, or: 0, and: 0, operand: 0 };
}

function depthOf({ base, or, and, operand }: Frame): number {
  return base + or + and + operand;
}
