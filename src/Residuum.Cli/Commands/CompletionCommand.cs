using Residuum.Experiments.Methods;
using Residuum.Numerics.Errors;

namespace Residuum.Cli.Commands;

/// <summary><c>residuum completion</c>: the script by which a shell completes the tool's commands.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, string> Scripts = new()
    {
        ["bash"] = """
            _residuum() {
                local IFS=$'\n'
                COMPREPLY=( $(compgen -W "$(residuum "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}") )
            }
            complete -o default -F _residuum residuum
            """,
        ["zsh"] = """
            #compdef residuum
            _residuum() {
                local -a words_found
                words_found=("${(@f)$(residuum "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
                compadd -- $words_found || _files
            }
            compdef _residuum residuum
            """,
        ["fish"] = """
            complete -c residuum -a '(residuum "[suggest:"(commandline -C)"]" (commandline -p) 2>/dev/null)'
            """,
        ["pwsh"] = """
            Register-ArgumentCompleter -Native -CommandName residuum -ScriptBlock {
                param($word, $line, $position)
                residuum "[suggest:$position]" "$line" 2>$null | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
            }
            """,
    };

    public static Verb Verb { get; } = new Verb<NoOptions, Script>("completion")
    {
        Summary = "Print the script that completes commands in a shell.",
        Inputs = [Input.Word("shell", "bash, zsh, fish or pwsh") with { Choices = () => Scripts.Keys }],
        Examples = [new("residuum completion bash > ~/.local/share/bash-completion/completions/residuum", "Completes with the tabulator key in every new bash.")],
        Run = (_, run, _) => Scripts.TryGetValue(run.Text("shell"), out string? script)
            ? new Script(run.Text("shell"), script)
            : throw new UserError("unknown shell", "completion", $"'{run.Text("shell")}'", "bash, zsh, fish or pwsh"),
    };

    internal sealed record Script(string Shell, string Text) : IVerbResult
    {
        public void Write(IPage page) => page.Line(Text);
    }
}
