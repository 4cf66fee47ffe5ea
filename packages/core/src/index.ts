export type { PlacedGate, RenderedFile, Synthesis, SynthesisInput, Target } from "./synthesis.ts";
