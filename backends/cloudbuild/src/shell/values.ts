/**
 * How values pass between steps: a file for each output, byte for byte. What a script writes is parsed, never executed.
 */
export const valueFunctions = `cicl_newline='
'

# Sets cicl_value to an output of a job, empty where nothing wrote it. Arguments: job, output.
cicl_output() {
  cicl_value=
  if [ ! -f "$cicl/out/$1/$2" ]; then return 0; fi
  # The full stop keeps the line ends that the shell would cut off.
  cicl_value=$(cat "$cicl/out/$1/$2"; printf .)
  cicl_value=\${cicl_value%.}
}

# Keeps those outputs that are named, out of key=value lines and here-documents (key<<END, lines, END).
cicl_keep_outputs() {
  cicl_open=no
  while IFS= read -r cicl_line || [ -n "$cicl_line" ]; do
    if [ "$cicl_open" = no ]; then
      cicl_key=\${cicl_line%%=*}
      case "$cicl_key" in
        *"<<"*) cicl_until=\${cicl_line#*"<<"} cicl_key=\${cicl_key%%"<<"*} cicl_open=empty cicl_value= ;;
        "$cicl_line") if [ -n "$cicl_line" ]; then cicl_bad_output; fi ;;
        *) cicl_keep "$cicl_key" "\${cicl_line#*=}" "$@" ;;
      esac
    elif [ "$cicl_line" = "$cicl_until" ]; then
      cicl_open=no
      cicl_keep "$cicl_key" "$cicl_value" "$@"
    elif [ "$cicl_open" = empty ]; then
      cicl_open=yes cicl_value=$cicl_line
    else
      cicl_value=$cicl_value$cicl_newline$cicl_line
    fi
  done < "$CICL_OUTPUT"
  if [ "$cicl_open" != no ]; then cicl_bad_output; fi
}

cicl_bad_output() {
  echo "What this step wrote to CICL_OUTPUT is neither key=value nor a here-document." >&2
  cicl_status=1 cicl_tolerant=no
}

# Keeps a value when its name is among those behind it.
cicl_keep() {
  cicl_wanted=$1 cicl_text=$2
  shift 2
  for cicl_declared in "$@"; do
    if [ "$cicl_declared" = "$cicl_wanted" ]; then cicl_put "$cicl/out/$cicl_name/$cicl_wanted" "$cicl_text"; fi
  done
}`;
