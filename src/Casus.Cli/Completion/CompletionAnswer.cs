using System.CommandLine;
using System.CommandLine.Completions;
using Casus.Analysis.Backtest;
using Casus.Cli.Guidance;
using Casus.Cli.Inputs;

namespace Casus.Cli.Completion;

/// <summary>
/// What may stand where the cursor is, a proposal a line; nothing where it is a file. The library's own `[suggest]`
/// takes a line by positions and knows nothing of the agreement that is named in it, so shells ask `[complete]`
/// instead.
/// </summary>
internal static class CompletionAnswer
{
    public const string Directive = "[complete]";

    /// <param name="arguments">What follows the directive: --line and what was typed, or --words and the words after
    /// the program.</param>
    public static int Write(RootCommand root, string[] arguments, TextWriter writer)
    {
        var words = arguments switch
        {
            ["--line", var typed] => ShellWords.Split(typed).Skip(1).ToList(),
            ["--words", .. var rest] => rest.ToList(),
            _ => [],
        };
        foreach (var proposal in Of(root, words.Count == 0 ? [""] : words))
        {
            writer.WriteLine(proposal);
        }
        return ExitStatus.Clean;
    }

    /// <summary>The last word is the one that is being written; it may be empty.</summary>
    public static IEnumerable<string> Of(RootCommand root, IReadOnlyList<string> words)
    {
        Command command = root;
        Option? open = null;
        var arguments = new List<string>();
        foreach (var word in words.SkipLast(1))
        {
            if (open is not null && !word.StartsWith('-'))
            {
                // Its value; one that takes several stays open, and so may be followed by a file or by an option.
                open = open.AllowMultipleArgumentsPerToken ? open : null;
            }
            else if (word.StartsWith('-'))
            {
                open = Options(command)
                    .FirstOrDefault(option => option.Name == word && option.ValueType != typeof(bool));
            }
            else if (arguments.Count == 0 && command.Subcommands.FirstOrDefault(c => c.Name == word) is { } inner)
            {
                command = inner;
            }
            else
            {
                arguments.Add(word);
            }
        }
        var last = words[^1];
        return Candidates(command, open, arguments, last)
            .Where(candidate => candidate.StartsWith(last, StringComparison.Ordinal))
            .Distinct()
            .Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Candidates(Command command, Option? open, List<string> arguments, string last)
    {
        if (last.StartsWith('-'))
        {
            return Options(command).Where(option => !option.Hidden).Select(option => option.Name);
        }
        if (open is not null)
        {
            return open.Name switch
            {
                "--alarm" => Compile(arguments, agreement => Alarm.NamesOf(agreement)),
                "--choose" => Compile(arguments, Brackets),
                _ => open.GetCompletions(CompletionContext.Empty).Select(item => item.Label),
            };
        }
        var visible = command.Subcommands.Where(inner => !inner.Hidden).Select(inner => inner.Name);
        if (command.Name == "help" && arguments.Count == 0)
        {
            return command.Parents.OfType<Command>().SelectMany(root => root.Subcommands).Select(inner => inner.Name);
        }
        var expected = command.Arguments.Skip(arguments.Count).Take(1);
        return
        [
            .. arguments.Count == 0 ? visible : [],
            .. expected.SelectMany(one => one.GetCompletions(CompletionContext.Empty)).Select(item => item.Label),
        ];
    }

    private static IEnumerable<Option> Options(Command command) => command.Options.Concat(HelpText.Everywhere(command));

    private static IEnumerable<string> Brackets(Core.Agreements.Agreement agreement) =>
        agreement.Brackets.SelectMany(bracket => bracket.Values.Select(value => $"{bracket.Name}={value}"));

    /// <summary>Of the agreement that the line names already; nothing where it names none that can be read.</summary>
    private static IEnumerable<string> Compile(
        List<string> arguments,
        Func<Core.Agreements.Agreement, IEnumerable<string>> read
    ) =>
        arguments is [var path, ..] && AgreementText.Open(path, out _) is { } text
            ? read(text.Compile(new Dictionary<string, string>()).Agreement)
            : [];
}
