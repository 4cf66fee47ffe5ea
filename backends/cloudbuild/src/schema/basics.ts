import { z } from "zod";

/** Seconds with at most nine decimals, as protobuf writes a duration: `600s`, `3.5s`; never `10m`. */
export const duration = z.string().regex(/^\d+(\.\d{1,9})?s$/);

/** A 64-bit integer as text, since not every reader of JSON keeps such numbers exactly. */
export const int64 = z.string().regex(/^-?\d+$/);

export const text = z.string();
export const texts = z.array(text);
export const flag = z.boolean();
export const textMap = z.record(text, text);
