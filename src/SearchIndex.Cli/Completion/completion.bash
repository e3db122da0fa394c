# Completion of searchindex for bash: source <(searchindex completion bash)
_searchindex() {
  local LC_ALL=C # COMP_POINT counts bytes.
  local line=${COMP_LINE:0:COMP_POINT} current candidate
  line=${line#* }
  line=${line//[^ -~]/x} # No name has other letters, and every place keeps its number.
  current=${line##* }
  COMPREPLY=()
  while IFS= read -r candidate; do
    [[ $candidate == "$current"* ]] || continue # The program offers names with the word in their middle too.
    case $candidate in
      '' | '-?' | -h | /*) ;; # Other ways to say --help.
      -*) [[ $current == -* ]] && COMPREPLY+=("$candidate") ;;
      *) COMPREPLY+=("$candidate") ;;
    esac
  done < <("$1" "[suggest:${#line}]" "$line" 2>/dev/null)
}
complete -o default -F _searchindex searchindex # Files where nothing else is known.
