export { pipelineJsonSchema } from "./json-schema.ts";
export { type ParsedPipeline, parsePipeline } from "./parse.ts";
export { pipelineSchema, pipelineSchemas } from "./pipeline.ts";
