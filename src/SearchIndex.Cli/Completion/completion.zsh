#compdef searchindex
# Completion of searchindex for zsh: source <(searchindex completion zsh) after compinit, or save it as _searchindex in a folder of fpath.
_searchindex() {
  local line="${(j: :)words[2,CURRENT]}" candidate
  local -a found
  line=${line//[^ -~]/x} # No name has other letters, and every place keeps its number.
  for candidate in "${(@f)$("${words[1]}" "[suggest:${#line}]" "$line" 2>/dev/null)}"; do
    case $candidate in
      '' | '-?' | -h | /*) ;; # Other ways to say --help.
      -*) [[ ${words[CURRENT]} == -* ]] && found+=("$candidate") ;;
      *) found+=("$candidate") ;;
    esac
  done
  if (( ${#found} )); then compadd -- "${found[@]}"; else _files; fi
}
if [[ ${funcstack[1]-} == _searchindex ]]; then _searchindex "$@"; else compdef _searchindex searchindex; fi
