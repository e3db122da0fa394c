# Completion of searchindex for fish: searchindex completion fish | source
function __searchindex_candidates
    set -l line (commandline -cp | string replace -r '^\s*\S+\s' '')
    set line (string replace -ra '[^ -~]' x -- "$line") # No name has other letters, and every place keeps its number.
    set -l current (commandline -ct)
    set -l found
    for candidate in (searchindex "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)
        switch $candidate
            case '' '-\?' -h '/*' # Other ways to say --help.
            case '-*'
                string match -q -- '-*' "$current"; and set -a found $candidate
            case '*'
                set -a found $candidate
        end
    end
    if test (count $found) -gt 0
        printf '%s\n' $found
    else
        __fish_complete_path "$current"
    end
end
complete -c searchindex -f -a '(__searchindex_candidates)'
