import { type Reader, text, wrong } from "./reader.ts";

/** Reads a port: of a container, or of the machine and the container. */
export const port: Reader<string> = (value, origin) => {
  const written = typeof value === "number" ? String(value) : text(value, origin);
  const numbers = /^\d{1,5}(:\d{1,5})?$/.test(written) ? written.split(":").map(Number) : [0];
  return numbers.every((number) => number >= 1 && number <= 65_535)
    ? written
    : wrong(value, 'a port such as "5432" or "8080:80"', origin);
};
