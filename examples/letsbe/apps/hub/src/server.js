import { createServer } from "node:http";

createServer((_request, response) => response.end("letsbe hub\n")).listen(8080);
