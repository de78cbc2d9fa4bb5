using System.CommandLine;
using Casus.Cli.Terminals;
using Casus.Reports.Text;

namespace Casus.Cli.Guidance;

/// <summary>
/// The pages of help: all commands by what they are for, or one with its options, exit statuses and examples.
/// </summary>
internal sealed class HelpText(TextWriter writer)
{
    private const int Indent = 2;
    private readonly int width = Screen.Width;

    public void Write(Command command)
    {
        if (command is RootCommand root)
        {
            WriteAll(root);
        }
        else
        {
            WriteOne(command);
        }
    }

    private void WriteAll(RootCommand root)
    {
        Say(root.Description ?? "");
        var commands = root.Subcommands.Where(command => !command.Hidden).ToLookup(GroupOf);
        foreach (var group in Enum.GetValues<CommandGroup>().Where(commands.Contains))
        {
            writer.WriteLine();
            Say(Title(group));
            Table(commands[group].Select(command => (command.Name, command.Description ?? "")));
        }
        writer.WriteLine();
        Say("Everywhere:");
        Table(root.Options.Where(option => !option.Hidden).Select(Described));
        writer.WriteLine();
        Say("./casus help COMMAND tells what a command takes, with an example.");
    }

    private void WriteOne(Command command)
    {
        var name = NameOf(command);
        Say(command.Description ?? "");
        writer.WriteLine();
        Say($"./casus {name} {Usage(command)}".TrimEnd(), hang: 6 + Indent);
        Section("Arguments", command.Arguments.Where(argument => !argument.Hidden).Select(Described));
        Section("Commands", command.Subcommands.Select(inner => ($"{name} {inner.Name}", inner.Description ?? "")));
        Section(
            "Options",
            command.Options.Concat(Everywhere(command)).Where(option => !option.Hidden).Select(Described)
        );
        if (CommandPages.Of(name) is { } page)
        {
            Section("Exit status", page.Statuses.Select(status => ($"{status.Status}", status.Meaning)));
            writer.WriteLine();
            Say(page.Examples.Length == 1 ? "Example" : "Examples");
            foreach (var example in page.Examples)
            {
                Command(example);
            }
        }
    }

    /// <summary>As it is written after ./casus.</summary>
    public static string NameOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent and not RootCommand
            ? $"{NameOf(parent)} {command.Name}"
            : command.Name;

    /// <summary>The options that a command takes because those above it do.</summary>
    public static IEnumerable<Option> Everywhere(Command command) =>
        command
            .Parents.OfType<Command>()
            .SelectMany(parent => parent.Options.Where(option => option.Recursive).Concat(Everywhere(parent)));

    private static CommandGroup GroupOf(Command command) =>
        CommandPages.Of(command.Name)?.Group
        ?? command.Subcommands.Select(inner => CommandPages.Of(NameOf(inner))?.Group).FirstOrDefault()
        ?? CommandGroup.Casus;

    private static string Title(CommandGroup group) =>
        group switch
        {
            CommandGroup.Text => "A text:",
            CommandGroup.History => "A text and a history:",
            CommandGroup.Result => "A result:",
            _ => "Casus itself:",
        };

    private static string Usage(Command command)
    {
        var arguments = command.Arguments.Where(argument => !argument.Hidden).Select(Written);
        var required = command.Options.Where(option => option.Required).Select(option => Described(option).Name);
        return string.Join(' ', [.. arguments, .. required, "[OPTIONS]"]);
    }

    private static string Written(Argument argument)
    {
        var many = argument.Arity.MaximumNumberOfValues > 1 ? "..." : "";
        return argument.Arity.MinimumNumberOfValues == 0 ? $"[{argument.Name}{many}]" : argument.Name + many;
    }

    private static (string Name, string Description) Described(Argument argument) =>
        (Written(argument), argument.Description ?? "");

    private static (string Name, string Description) Described(Option option)
    {
        var takesNothing =
            option.ValueType == typeof(bool) || option is System.CommandLine.Help.HelpOption or VersionOption;
        var value = takesNothing ? "" : $" {option.HelpName ?? "VALUE"}";
        var required = option.Required ? " (needed)" : "";
        return ($"{option.Name}{value}", $"{option.Description}{required}");
    }

    private void Section(string title, IEnumerable<(string Name, string Description)> rows)
    {
        var all = rows.ToList();
        if (all.Count > 0)
        {
            writer.WriteLine();
            Say(title);
            Table(all);
        }
    }

    /// <summary>Names beside what they mean; one above the other where there is no room for both.</summary>
    private void Table(IEnumerable<(string Name, string Description)> rows)
    {
        var all = rows.ToList();
        var column = Math.Min(all.Max(row => row.Name.Length), Math.Min(width / 2, 32)) + (2 * Indent);
        var room = width - column;
        foreach (var (name, description) in all)
        {
            var meaning = LineBreaks.Of(description, Math.Max(room, 2));
            var label = new string(' ', Indent) + name;
            var isBeside = label.Length + Indent <= column;
            if (!isBeside)
            {
                LineBreaks.Indented(label, width, Indent).ForEach(writer.WriteLine);
            }
            for (var i = 0; i < meaning.Count; i++)
            {
                var left = i == 0 && isBeside ? label.PadRight(column) : new string(' ', column);
                writer.WriteLine((left + meaning[i]).TrimEnd());
            }
        }
    }

    /// <summary>A command to be copied: broken between words, with the shell's mark of a line that goes on.</summary>
    private void Command(string example)
    {
        const string GoesOn = " \\";
        var lines = new List<string>();
        foreach (var word in Words(example))
        {
            if (lines.Count > 0 && Indent + lines[^1].Length + 1 + word.Length + GoesOn.Length <= width)
            {
                lines[^1] += $" {word}";
            }
            else
            {
                lines.Add(lines.Count == 0 ? word : $"{"", Indent}{word}");
            }
        }
        for (var i = 0; i < lines.Count; i++)
        {
            writer.WriteLine($"{"", Indent}{lines[i]}{(i == lines.Count - 1 ? "" : GoesOn)}");
        }
    }

    /// <summary>
    /// An option together with its value; the example is written as a shell takes it, so nothing is quoted.
    /// </summary>
    private static IEnumerable<string> Words(string example) =>
        example
            .Replace(" --", "\n--", StringComparison.Ordinal)
            .Split('\n')
            .SelectMany((part, i) => i == 0 ? part.Split(' ') : [part]);

    private void Say(string text, int hang = 0) => LineBreaks.Indented(text, width, hang).ForEach(writer.WriteLine);
}
