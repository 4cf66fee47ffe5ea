/**
 * How the steps of a job hang together. The job's folder holds `run` once the job has started, and in `passed` the
 * number of the last step up to which all is well. A step that fails, or that never starts, leaves that number behind.
 */
export const jobFunctions = `# Begins a job as cicl_verdict says: leaves a receipt, or makes a working copy. Arguments: job, and checkout, image or
# nothing: an image is built from files with the modes of the commit, all else is open to whichever user a step has.
cicl_start() {
  cicl_job=$cicl/jobs/$1
  mkdir -p -m 777 "$cicl_job" "$cicl/out/$1" "$cicl/work/$1"
  if [ "$cicl_verdict" != run ]; then
    : > "$cicl_job/$cicl_verdict"
    echo "The job $1 doesn't run: $cicl_verdict."
    exit 0
  fi
  if [ "$2" != nothing ]; then
    for cicl_entry in /workspace/* /workspace/.[!.]* /workspace/..?*; do
      if [ "$cicl_entry" = "$cicl" ]; then continue; fi
      if [ -e "$cicl_entry" ] || [ -L "$cicl_entry" ]; then cp -a "$cicl_entry" "$cicl/work/$1/"; fi
    done
    if [ "$2" = image ]; then chmod 755 "$cicl/work/$1"; else chmod -R a+rwX "$cicl/work/$1"; fi
  fi
  cd "$cicl/work/$1"
}

# Says that a job runs, from now on for so many seconds.
cicl_run() {
  cicl_put "$cicl/jobs/$1/deadline" "$(($(date +%s) + $2))"
  cicl_put "$cicl/jobs/$1/passed" 0
  cicl_put "$cicl/jobs/$1/run" ""
}

# Begins a step, or ends it where it isn't due. Arguments: job, number, on-success, always or on-failure.
cicl_step() {
  cicl_name=$1 cicl_job=$cicl/jobs/$1 cicl_number=$2 cicl_runs=$3 cicl_tolerant=no cicl_well=no
  if [ ! -f "$cicl_job/run" ]; then exit 0; fi
  if [ "$(cat "$cicl_job/passed")" = "$(($2 - 1))" ]; then
    if cicl_has_time; then cicl_well=yes; else echo "The time of the job $1 is up." >&2; fi
  fi
  if [ -f "$cicl_job/not-$2" ]; then cicl_pass; exit 0; fi
  case "$3 $cicl_well" in
    "on-success no") exit 0 ;;
    "on-failure yes") cicl_pass; exit 0 ;;
  esac
  CICL_OUTPUT=$cicl_job/output-$2
  cicl_put "$CICL_OUTPUT" ""
  chmod a+rw "$CICL_OUTPUT"
  # What the job's set-up installed is found first.
  PATH=$cicl_job/tools/bin:$PATH
  # The working copy belongs to another user than many images have, which git refuses.
  cicl_settings=\${GIT_CONFIG_COUNT:-0}
  GIT_CONFIG_COUNT=$((cicl_settings + 1))
  export "GIT_CONFIG_KEY_$cicl_settings=safe.directory" "GIT_CONFIG_VALUE_$cicl_settings=*"
  export CICL_OUTPUT PATH GIT_CONFIG_COUNT
  cd "$cicl/work/$1"
}

# Ends a step that would go on after a failure, where the deploy's guard hasn't passed. Arguments: job, number of the guard.
cicl_guard() {
  if [ -f "$cicl/jobs/$1/run" ] && [ "$(cat "$cicl/jobs/$1/passed")" -lt "$2" ]; then exit 0; fi
}

# Whether the job's time isn't up yet.
cicl_has_time() {
  [ "$(date +%s)" -lt "$(cat "$cicl_job/deadline")" ]
}

# Counts the step as passed, unless one before it failed.
cicl_pass() {
  if [ "$cicl_well" = yes ]; then cicl_put "$cicl_job/passed" "$cicl_number"; fi
}

# Waits for the step's script and ends the step. Arguments: process, seconds or 0, names of the outputs to keep.
cicl_finish() {
  cicl_watch "$1" "$2"
  shift 2
  if [ $# -gt 0 ]; then cicl_keep_outputs "$@"; fi
  # The step may fail; that the job's time is up isn't its failure.
  if ! cicl_has_time; then cicl_tolerant=no; fi
  if [ "$cicl_status" = 0 ] || [ "$cicl_tolerant" = yes ]; then cicl_pass; fi
  exit "$cicl_status"
}

# Sets cicl_status to how a process ended; ends it when the step or its job has no time left.
cicl_watch() {
  cicl_left=$(($(cat "$cicl_job/deadline") - $(date +%s)))
  # A step that cleans up gets five minutes when its job has none left.
  if [ "$cicl_runs" != on-success ] && [ "$cicl_left" -lt 300 ]; then cicl_left=300; fi
  if [ "$2" -gt 0 ] && [ "$2" -lt "$cicl_left" ]; then cicl_left=$2; fi
  if [ "$cicl_left" -lt 0 ]; then cicl_left=0; fi
  (
    set +e
    trap 'kill "$!" 2> /dev/null; exit 0' TERM
    sleep "$cicl_left" > /dev/null 2>&1 &
    wait "$!"
    echo "The time of this step is up." >&2
    kill "$1"
    sleep 10 > /dev/null 2>&1 &
    wait "$!"
    kill -9 "$1" 2> /dev/null
  ) &
  cicl_watcher=$!
  cicl_status=0
  wait "$1" || cicl_status=$?
  kill "$cicl_watcher" 2> /dev/null || :
  wait "$cicl_watcher" 2> /dev/null || :
}

# Ends a job whose steps are this many.
cicl_end() {
  if [ "$(cat "$cicl/jobs/$1/passed")" != "$2" ]; then
    echo "The job $1 has failed." >&2
    exit 1
  fi
  : > "$cicl/jobs/$1/ok"
}

# Writes a file anew, also where another user owns the old one.
cicl_put() {
  rm -f "$1"
  printf '%s' "$2" > "$1"
}`;
