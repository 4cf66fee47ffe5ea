import { invalid, type Path, type Problem, repeated } from "./problem.ts";
import type { BuildView, VolumeView } from "./view.ts";

/** Checks that volumes have good names and paths, and that each is shared, which is all that they are for. */
export function checkVolumes({ steps, options }: BuildView): readonly Problem[] {
  if (options.volumes.length === 0 && steps.every(({ volumes }) => volumes.length === 0)) return [];
  const mounts = steps.flatMap(({ volumes }, step) =>
    volumes.map((volume, index) => ({ ...volume, path: ["steps", step, "volumes", index], step })),
  );
  const shared = (name: string): boolean =>
    mounts.some((mount) => mount.name === name && mount.step !== mountOf(name)?.step);
  const mountOf = (name: string) => mounts.find((mount) => mount.name === name);
  return [
    ...checkMounts(options.volumes, [], ["options", "volumes"]),
    ...steps.flatMap(({ volumes }, step) => checkMounts(volumes, options.volumes, ["steps", step, "volumes"])),
    ...mounts
      .filter(({ name }, at) => mounts.findIndex((mount) => mount.name === name) === at && !shared(name))
      .map(({ name, path }) => lonely(name, path)),
    ...(steps.length > 1 ? [] : options.volumes.map(({ name }, index) => lonely(name, ["options", "volumes", index]))),
  ];
}

function checkMounts(volumes: readonly VolumeView[], global: readonly VolumeView[], path: Path): readonly Problem[] {
  const all = [...global, ...volumes];
  const own = (index: number): Path => [...path, index - global.length];
  return [
    ...volumes.flatMap((volume, index) => [
      ...(/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(volume.name) ? [] : [noName(volume.name, [...path, index, "name"])]),
      ...(isFree(volume.path) ? [] : [noPath(volume.path, [...path, index, "path"])]),
    ]),
    ...repeated(all.map(({ name }) => name)).flatMap(([index, name]) =>
      index < global.length ? [] : [twice(name, own(index))],
    ),
    ...repeated(all.map(({ path: mounted }) => mounted)).flatMap(([index, mounted]) =>
      index < global.length ? [] : [twice(mounted, own(index))],
    ),
  ];
}

/** Cloud Build mounts its own folders at these paths. */
function isFree(path: string): boolean {
  const taken = ["/workspace", "/builder/home", "/var/run/docker.sock", "/cloudbuild"];
  return /^\/[^/]/.test(path) && taken.every((folder) => path !== folder && !path.startsWith(`${folder}/`));
}

function noName(name: string, path: Path): Problem {
  return invalid(path, {
    what: `"${name}" is no name for a volume.`,
    why: "Cloud Build refuses the build.",
    fix: "Use at least two letters, digits, dots, dashes or underscores, and begin with a letter or digit.",
  });
}

function noPath(mounted: string, path: Path): Problem {
  return invalid(path, {
    what: `A volume can't be mounted at "${mounted}".`,
    why: "Cloud Build wants an absolute path, and keeps its own folders to itself.",
    fix: "Mount it elsewhere.",
  });
}

function twice(what: string, path: Path): Problem {
  return invalid(path, {
    what: `One step mounts "${what}" twice.`,
    why: "Only one of the two could be seen.",
    fix: "Remove one of them.",
  });
}

function lonely(name: string, path: Path): Problem {
  return invalid(path, {
    what: `Only one step mounts the volume "${name}".`,
    why: "Cloud Build refuses a volume that no two steps share.",
    fix: "Mount it in another step too, or use a folder.",
  });
}
