/**
 * How jobs tell each other what became of them. A job that ends leaves one of the files `ok`, `skip` (its condition or
 * a need of it) and `taint` (something before it failed) in its folder. A job that leaves none has failed, also when
 * it never started.
 */
export const receiptFunctions = `# Sets cicl_is to what became of a job: ok, skip, taint or fail.
cicl_state() {
  for cicl_is in ok skip taint; do
    if [ -f "$cicl/jobs/$1/$cicl_is" ]; then return 0; fi
  done
  cicl_is=fail
}

# Sets cicl_value to the result of a job, as pipelines name it.
cicl_result() {
  cicl_state "$1"
  case "$cicl_is" in
    ok) cicl_value=success ;;
    fail) cicl_value=failure ;;
    *) cicl_value=skipped ;;
  esac
}

# Decides whether a job runs: sets cicl_verdict to run, skip or taint.
# Arguments: order:JOB, explicit:JOB or gate:JOB, with a ? before the colon for a job that may fail.
cicl_admit() {
  cicl_verdict=run
  for cicl_need in "$@"; do
    cicl_state "\${cicl_need#*:}"
    case "$cicl_need $cicl_is" in
      *" ok") cicl_is=ok ;;
      order*" skip" | order[?]:*" fail") cicl_is=ok ;;
      *" skip" | *[?]:*" fail") cicl_is=skip ;;
      *) cicl_is=taint ;;
    esac
    case "$cicl_need $cicl_is" in gate*" ok") [ -s "$cicl/out/\${cicl_need#*:}/passed" ] || cicl_is=skip ;; esac
    if [ "$cicl_is" = taint ]; then cicl_verdict=taint; fi
    if [ "$cicl_is" = skip ] && [ "$cicl_verdict" = run ]; then cicl_verdict=skip; fi
  done
}

# Decides whether a job that waits for a failure runs: arguments are all jobs before it that may not fail.
cicl_admit_on_failure() {
  cicl_verdict=skip
  for cicl_need in "$@"; do
    cicl_state "$cicl_need"
    if [ "$cicl_is" = fail ]; then cicl_verdict=run; fi
  done
}

# Fails unless every job ended well.
cicl_verdict() {
  cicl_failed=0
  for cicl_need in "$@"; do
    cicl_state "$cicl_need"
    echo "$cicl_need: $cicl_is"
    case "$cicl_is" in ok | skip) ;; *) cicl_failed=1 ;; esac
  done
  exit "$cicl_failed"
}`;
