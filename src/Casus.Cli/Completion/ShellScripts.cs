using System.Collections.Immutable;

namespace Casus.Cli.Completion;

/// <summary>
/// The scripts that `completion` prints. Each asks the program itself, as it was called, and takes files where it has
/// nothing to propose.
/// </summary>
internal static class ShellScripts
{
    private const string Bash = """
        # bash completion of casus: source <(./casus completion bash)
        _casus() {
          local typed=${COMP_LINE:0:COMP_POINT} found word prefix
          word=${typed##*[[:space:]]}
          # bash itself breaks words at = and :, and replaces what stands behind the last of them.
          prefix=${word%"${word##*[=:]}"}
          mapfile -t found < <("${COMP_WORDS[0]}" [complete] --line "$typed" 2>/dev/null)
          COMPREPLY=("${found[@]#"$prefix"}")
          if [ "${#found[@]}" -eq 1 ] && [[ ${found[0]} == *= ]]; then compopt -o nospace; fi
        }
        complete -o default -F _casus casus

        """;

    private const string Zsh = """
        #compdef casus
        # zsh completion of casus: source <(./casus completion zsh)
        _casus() {
          local -a found
          found=("${(@f)$("${words[1]}" '[complete]' --words "${(@)words[2,CURRENT]}" 2>/dev/null)}")
          if [[ -n "${found[1]}" ]]; then
            compadd -- "${found[@]}"
          else
            _files
          fi
        }
        compdef _casus casus

        """;

    private const string Fish = """
        # fish completion of casus: ./casus completion fish | source
        function __casus_complete
          set -l words (commandline -opc) (commandline -ct)
          $words[1] '[complete]' --words $words[2..-1] 2>/dev/null
        end
        complete -c casus -a '(__casus_complete)'

        """;

    public static ImmutableArray<string> Shells { get; } = ["bash", "zsh", "fish"];

    /// <summary>Null for a shell that none is written for.</summary>
    public static string? For(string shell) =>
        shell switch
        {
            "bash" => Bash,
            "zsh" => Zsh,
            "fish" => Fish,
            _ => null,
        };
}
