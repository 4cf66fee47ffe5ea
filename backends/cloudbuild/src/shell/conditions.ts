/** How conditions are tested: without regard to ASCII case, and nothing equals what is missing. */
export const conditionFunctions = `# Sets cicl_lowered to a text in lower case.
cicl_lower() {
  cicl_lowered=$(printf '%s' "$1" | LC_ALL=C tr ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz; printf .)
  cicl_lowered=\${cicl_lowered%.}
}

# Whether a text equals one that is in lower case.
cicl_equals() {
  if [ -z "$1" ]; then return 1; fi
  cicl_lower "$1"
  [ "$cicl_lowered" = "$2" ]
}

# Whether a name matches an anchored extended regular expression in lower case.
cicl_matches() {
  if [ -z "$1" ]; then return 1; fi
  cicl_lower "$1"
  printf '%s\\n' "$cicl_lowered" | LC_ALL=C grep -Eqe "$2"
}`;
