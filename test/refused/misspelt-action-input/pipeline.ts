// A misspelt input of an action: refused with CICL2003.
import { job, on, pipeline, sh, stage } from "cicl";
import { actions } from "cicl/actions";

// @ts-expect-error the input is called "go-version"
actions.setupGo({ "go-verson": "1.26" });

export default pipeline("hub", { on: [on.push()], stages: [stage("verify", [job("unit", { steps: [sh`make`] })])] });
