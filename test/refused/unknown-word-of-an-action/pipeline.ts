// An unknown word for an input of an action: refused with CICL2004.
import { job, on, pipeline, sh, stage } from "cicl";
import { swatinem } from "cicl/actions";

// @ts-expect-error the word is "github"
swatinem.rustCache({ "cache-provider": "githb" });

export default pipeline("hub", { on: [on.push()], stages: [stage("verify", [job("unit", { steps: [sh`make`] })])] });
