export * from "@cicl/actions/bindings";
