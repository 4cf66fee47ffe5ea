import { FeatureFlags } from "@actions/expressions";
import { validate } from "@actions/languageservice";
import { clearCacheEntry } from "@actions/languageservice/utils/workflow-cache";
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from "@actions/workflow-parser";
import { ErrorPolicy } from "@actions/workflow-parser/model/convert";
import { TemplateContext, TemplateValidationErrors } from "@actions/workflow-parser/templates/template-context";
import { getWorkflowSchema } from "@actions/workflow-parser/workflows/workflow-schema";
import { TextDocument } from "vscode-languageserver-textdocument";

const featureFlags = new FeatureFlags({ all: true });

/**
 * What GitHub's own parser and its editor service say of a workflow: errors and warnings, none for a good file. Of an
 * action the service alone says something; it asks the parser itself.
 */
export async function officialComplaints(name: string, content: string): Promise<readonly string[]> {
  const document = TextDocument.create(`file:///${name}`, "yaml", 1, content);
  // The service answers from memory for a name that it has seen, whatever the text is now.
  clearCacheEntry(document.uri);
  const diagnostics = await validate(document, { featureFlags });
  const service = diagnostics.map(({ message, range }) => `service: ${range.start.line + 1}: ${message}`);
  return name.endsWith("/action.yml") ? service : [...(await parserComplaints(name, content)), ...service];
}

async function parserComplaints(name: string, content: string): Promise<readonly string[]> {
  const context = new TemplateContext(
    new TemplateValidationErrors(),
    getWorkflowSchema(),
    new NoOperationTraceWriter(),
  );
  context.state.featureFlags = featureFlags;
  const { context: parsed, value } = parseWorkflow({ name, content }, context);
  if (value) {
    await convertWorkflowTemplate(parsed, value, undefined, { errorPolicy: ErrorPolicy.TryConversion, featureFlags });
  }
  return parsed.errors.getErrors().map((error) => `parser: ${error.message}`);
}
